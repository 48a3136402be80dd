import { stationTitle } from '../workshop/lab-known.ts'
import type { ExerciseTally } from '../workshop/class-table.ts'
import styles from './class.module.css'

interface StuckProps {
  readonly tallies: readonly ExerciseTally[]
  /** How many learners there are. */
  readonly of: number
}

/** How many exercises are named before somebody asks for all. */
const FIRST = 5

const times = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

/** Where a room is stuck, the worst first. */
export const Stuck = ({ tallies, of }: StuckProps) => {
  const item = ({ exercise, open, solved, hints, tries }: ExerciseTally) => (
    <li key={exercise}>
      <strong>{stationTitle({ kind: 'exercise', id: exercise })}</strong>: {open} of {of} are at it,{' '}
      {solved} solved it. {times(hints, 'hint')}, {tries === 1 ? '1 try' : `${tries} tries`}.
    </li>
  )
  return (
    <section className={styles['stuck']} aria-label="Where the room is stuck">
      <h2>Where the room is stuck</h2>
      {tallies.length === 0 ? (
        <p>Nowhere: whatever was begun is solved, and nobody needed a hint.</p>
      ) : (
        <ol>{tallies.slice(0, FIRST).map(item)}</ol>
      )}
      {tallies.length > FIRST && (
        <details>
          <summary>{tallies.length - FIRST} more</summary>
          <ol start={FIRST + 1}>{tallies.slice(FIRST).map(item)}</ol>
        </details>
      )}
    </section>
  )
}
