import type { Learner } from '../workshop/learners.ts'
import { stationTitle } from '../workshop/lab-known.ts'
import { attemptAt, solvedIn, SOME_TIME, type Attempt } from '../workshop/progress.ts'
import styles from './table.module.css'

interface TableProps {
  readonly learners: readonly Learner[]
  readonly exercises: readonly string[]
}

/** Who solved what: a row for each learner, a column for each exercise. */
export const Table = ({ learners, exercises }: TableProps) => (
  <section aria-label="Who solved what">
    <h2 className={styles['title']}>Who solved what</h2>
    <p className={styles['key']}>
      ✓ solved, and when · … begun · <b>h</b> hints looked at · <b>×</b> answers given · <b>S</b>{' '}
      the solution was looked at
    </p>
    {/* Whoever uses the keyboard scrolls it. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <section className={styles['scroller']} tabIndex={0} aria-label="The table, which scrolls">
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Learner</th>
            <th scope="col" className={styles['count']}>
              Solved
            </th>
            {exercises.map((exercise) => (
              <th key={exercise} scope="col">
                {stationTitle({ kind: 'exercise', id: exercise })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {learners.map((learner, at) => (
            <Row
              key={`${learner.from[0]} ${learner.progress.name}`}
              learner={learner}
              number={at + 1}
              exercises={exercises}
            />
          ))}
        </tbody>
      </table>
    </section>
  </section>
)

interface RowProps {
  readonly learner: Learner
  readonly number: number
  readonly exercises: readonly string[]
}

const Row = ({ learner: { progress, from }, number, exercises }: RowProps) => {
  const solved = new Set(solvedIn(progress))
  return (
    <tr>
      <th scope="row">
        {progress.name || `Nameless ${number}`}
        <small>{[progress.team, from.join(', ')].filter(Boolean).join(' · ')}</small>
      </th>
      <td className={styles['count']}>
        {exercises.filter((exercise) => solved.has(exercise)).length} of {exercises.length}
      </td>
      {exercises.map((exercise) => (
        <Cell key={exercise} attempt={attemptAt(progress, exercise)} />
      ))}
    </tr>
  )
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

const Cell = ({ attempt }: { readonly attempt: Attempt | undefined }) => {
  if (!attempt)
    return (
      <td>
        <span className="visually-hidden">untouched</span>
      </td>
    )
  const { solved, hints, tries, shown } = attempt
  const isSolved = solved !== undefined
  const at = isSolved && solved !== SOME_TIME ? solved : undefined
  return (
    <td data-solved={isSolved || undefined} title={at === undefined ? undefined : day.format(at)}>
      <span aria-hidden="true">{isSolved ? '✓' : '…'}</span>
      <span className="visually-hidden">{isSolved ? 'solved' : 'begun'}</span>
      {at !== undefined && ` ${clock.format(at)}`}
      <small>
        {hints > 0 && (
          <span>
            {hints}
            <abbr title="hints">h</abbr>
          </span>
        )}
        {tries > 0 && (
          <span>
            {tries}
            <abbr title="answers">×</abbr>
          </span>
        )}
        {shown && <abbr title="the solution was looked at">S</abbr>}
      </small>
    </td>
  )
}
