import { checkWithId, whoMakes, type WireMessage } from '../../engine/index.ts'
import type { CheckOnValue } from '../../engine/values.ts'
import { Clauses } from '../text/clause.tsx'
import { useRevision } from '../text/revision.ts'
import { RichText } from '../text/rich-text.tsx'
import { Verdict } from '../text/verdict.tsx'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import styles from './field.module.css'

// Which attacks a check stops is a list of its own, and most fields are never opened.
const Stops = lazy(() => import('./stops.tsx').then(({ Stops: it }) => ({ default: it })))

interface CheckedByProps {
  readonly checks: readonly CheckOnValue[]
  readonly message: WireMessage
  readonly place: number
  readonly onSelect: (place: number) => void
}

/** The checks that look at a part: what they ask for, by which clause, what came of them in this run, and which attacks they stop. */
export const CheckedBy = ({ checks, ...context }: CheckedByProps) => {
  const { levelOf } = useRevision()
  const known = checks.flatMap((one) => {
    const row = checkWithId(one.id)
    const level = row && levelOf(row)
    return level ? [{ ...one, row, level }] : []
  })
  if (known.length === 0)
    return checks.length === 0
      ? 'Nobody. No party of this lab compares it with anything.'
      : 'Nobody in this revision of MCP.'
  return (
    <ul className={styles['checks']}>
      {known.map(({ id, made, row, level }) => (
        <li key={id}>
          <RichText text={row.says} />
          <p className={styles['aside']}>
            <Result made={made} {...context} /> {whoMakes(id)}
            {level !== 'none' && <>, {level}</>}, <Clauses ids={row.refs.slice(0, 1)} />
          </p>
          <Later name="What it stops">
            <Stops check={id} />
          </Later>
        </li>
      ))}
    </ul>
  )
}

const Result = ({
  made,
  message,
  place,
  onSelect,
}: Pick<CheckOnValue, 'made'> & Omit<CheckedByProps, 'checks'>) => {
  if (!made) return 'Not made in this run:'
  const there = (
    <button
      type="button"
      className={styles['link']}
      aria-label={`message ${made.message.id}`}
      onClick={() => onSelect(made.message.id)}
    >
      {made.message.id}
    </button>
  )
  if (made.finding.since > place) return <>Still to come at message {there}:</>
  return (
    <>
      <Verdict verdict={made.finding.verdict} />
      {made.message !== message && <> at message {there}</>},{' '}
    </>
  )
}
