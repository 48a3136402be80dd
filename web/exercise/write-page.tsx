import { writeExercises } from '../../scenarios/exercises/write/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { WrittenCheck } from './written-check.tsx'
import styles from './write-page.module.css'

/** One exercise in which a check is written. */
export const WritePage = ({ id }: { readonly id: string }) => {
  const exercise = writeExercises.find((one) => one.id === id)
  useTitle(`${exercise?.title ?? 'No such exercise'} · Handshake Lab`)
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        <h1 className={styles['title']} tabIndex={-1}>
          {exercise?.title ?? 'No such exercise'}
        </h1>
        {exercise ? (
          <>
            <p className={styles['lede']}>
              <RichText text={exercise.asks} />
            </p>
            <WrittenCheck exercise={exercise} />
          </>
        ) : (
          <Notice title="There is none.">
            No exercise is called “{id.slice(0, 60)}”. The link may be from a newer lab, or
            misspelt.
          </Notice>
        )}
      </main>
    </div>
  )
}
