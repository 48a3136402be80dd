import { forgetProgress } from '../../progress/progress.ts'
import { useProgress } from '../../progress/use-progress.ts'
import styles from './reset.module.css'

/** How much was done, and a way to forget it. */
export const Reset = () => {
  const all = Object.values(useProgress())
  const seen = all.filter((done) => done.includes('seen')).length
  return (
    <p className={styles['reset']}>
      {all.length === 0 ? (
        'What you have done will be marked here, in this browser alone.'
      ) : (
        <>
          {all.length} opened, {seen} seen to the end.{' '}
          <button type="button" onClick={forgetProgress}>
            Forget that
          </button>
        </>
      )}
    </p>
  )
}
