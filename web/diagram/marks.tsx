import { Icon } from '../ui/icon.tsx'
import { verdicts, type Tally } from './tally.ts'
import css from './marks.module.css'

/** The shape of a verdict: a tick, a ring, a cross. */
export const VerdictShape = ({ verdict }: { readonly verdict: (typeof verdicts)[number] }) => (
  <span className={css['shape']} data-verdict={verdict} aria-hidden="true">
    <Icon name={verdict} weight={verdict === 'forgotten' ? 3 : 2.8} />
  </span>
)

/** What the checks at one end of an arrow came to. Its words are in the row’s name. */
export const Marks = ({ tally, x, side }: { tally: Tally; x: number; side: 'left' | 'right' }) => {
  const made = verdicts.filter((verdict) => tally[verdict] > 0)
  if (made.length === 0) return null
  return (
    <span className={css['marks']} data-side={side} style={{ left: x }} aria-hidden="true">
      {made.map((verdict) => (
        <span key={verdict} className={css['mark']} data-verdict={verdict}>
          <VerdictShape verdict={verdict} />
          {verdict === 'broken' ? null : tally[verdict]}
        </span>
      ))}
    </span>
  )
}
