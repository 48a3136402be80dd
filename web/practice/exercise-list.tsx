import { phaseNames } from '../../engine/index.ts'
import { onShelf } from '../../scenarios/shelf.ts'
import type { ShelvedExercise } from '../../scenarios/exercise-shelf.ts'
import type { Attempt, LearnerProgress } from '../workshop/progress.ts'
import { filtered, useFilter } from './filters.ts'
import { attemptIn } from './learner.ts'
import { byPhase, kinds, kindWords, levels, levelWords } from './order.ts'
import styles from './practice.module.css'

/** Every exercise by phase, and what leaves some of them out. */
export const ExerciseList = ({ progress }: { readonly progress: LearnerProgress }) => {
  const [filter, setFilter] = useFilter()
  const { kind, level, about } = filter
  const found = filtered(filter)
  // Who comes from a story that no exercise is about came to practise all the same.
  const none = about !== undefined && found.length === 0
  const shelves = byPhase(none ? filtered({ ...filter, about: undefined }) : found)
  return (
    <div className={styles['exercises']}>
      <div className={styles['filters']}>
        <label>
          Kind{' '}
          <select
            value={kind ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setFilter({ kind: kinds.find((one) => one === value) })
            }
          >
            <option value="">All kinds</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {kindWords[one].name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Level{' '}
          <select
            value={level ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setFilter({ level: levels.find((one) => String(one) === value) })
            }
          >
            <option value="">All levels</option>
            {levels.map((one) => (
              <option key={one} value={one}>
                {levelWords[one]}
              </option>
            ))}
          </select>
        </label>
        {about !== undefined && (
          <p>
            {none ? 'No exercise of these is about' : 'Only about'} “
            {onShelf(about)?.title ?? about.slice(0, 60)}”{none && ': here are the others'}.{' '}
            <button type="button" onClick={() => setFilter({ about: undefined })}>
              All stories
            </button>
          </p>
        )}
      </div>
      <div aria-live="polite">
        {shelves.length === 0 && <p>No exercise is like that. Take a filter away.</p>}
      </div>
      {shelves.map(({ phase, exercises }) => (
        <section key={phase} aria-label={phaseNames[phase]}>
          <h3 className={styles['phase']}>
            {phaseNames[phase]}{' '}
            <span className={styles['count']}>
              {exercises.filter(({ id }) => attemptIn(progress, id)?.solved !== undefined).length}{' '}
              of {exercises.length}
            </span>
          </h3>
          <ul>
            {exercises.map((one) => (
              <Entry key={one.id} card={one} attempt={attemptIn(progress, one.id)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface EntryProps {
  readonly card: ShelvedExercise
  readonly attempt: Attempt | undefined
}

const Entry = ({ card, attempt }: EntryProps) => (
  <li className={styles['entry']}>
    <a href={`#/exercise/${card.id}`}>{card.title}</a>
    <span className={styles['kind']}>{kindWords[card.kind].name}</span>
    <span className={styles['facts']}>{levelWords[card.level]}</span>
    <span className={styles['facts']}>{card.minutes} min</span>
    <span className={styles['state']} data-done={attempt?.solved !== undefined || undefined}>
      {stateOf(attempt)}
    </span>
  </li>
)

const stateOf = (attempt: Attempt | undefined): string => {
  if (!attempt) return ''
  if (attempt.solved !== undefined) return attempt.shown ? '✓ solved, solution seen' : '✓ solved'
  return attempt.shown ? 'solution seen' : 'begun'
}
