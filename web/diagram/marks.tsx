import { verdicts, type Tally } from './tally.ts'
import css from './marks.module.css'

const SHAPES = {
  obeyed: 'M2 6.5 5 9.5 10.5 2.5',
  forgotten: 'M10 6A4 4 0 1 1 2 6a4 4 0 0 1 8 0Z',
  broken: 'M2.5 2.5l7 7m0-7l-7 7',
} as const

/** The shape of a verdict: a tick, a ring, a cross. */
export const VerdictShape = ({ verdict }: { verdict: keyof typeof SHAPES }) => (
  <svg className={css['shape']} data-verdict={verdict} viewBox="0 0 12 12" aria-hidden="true">
    <path d={SHAPES[verdict]} />
  </svg>
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
