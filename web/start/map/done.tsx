import { useProgress } from '../../progress/use-progress.ts'
import styles from './done.module.css'

/** A ring before a scenario: empty, half full once it was opened, full once its end was seen. */
export const Done = ({ id }: { readonly id: string }) => {
  const done = useProgress()[id] ?? []
  const state = done.includes('seen') ? 'seen' : done.length > 0 ? 'opened' : undefined
  return (
    <span className={styles['done']} data-state={state}>
      {state && (
        <span className="visually-hidden">
          {state === 'seen' ? 'Seen to the end: ' : 'Opened: '}
        </span>
      )}
    </span>
  )
}
