import { partyName, verdicts, verdictWords } from '../../engine/index.ts'
import { Arrow } from './arrow.tsx'
import { Leak } from './leak.tsx'
import { VerdictShape } from './marks.tsx'
import css from './legend.module.css'

const ARROWS = [
  { channel: 'back', kind: 'request', says: 'direct' },
  { channel: 'front', kind: 'request', says: 'through the browser' },
  { channel: 'local', kind: 'act', says: 'not over HTTP' },
  { channel: 'back', kind: 'response', says: 'answer' },
] as const

interface LegendProps {
  readonly folded: boolean
  /** Whether an attacker has a lifeline here. */
  readonly attacked: boolean
}

/** What the lines and marks of the figure mean, in words; folded away where there is little room. */
export const Legend = ({ folded, attacked }: LegendProps) =>
  folded ? (
    <details className={css['folded']}>
      <summary>Key</summary>
      <Key attacked={attacked} />
    </details>
  ) : (
    <Key attacked={attacked} />
  )

const Key = ({ attacked }: Pick<LegendProps, 'attacked'>) => (
  <ul className={css['legend']} aria-label="Lines and marks">
    {ARROWS.map(({ says, ...arrow }) => (
      <li key={says}>
        <span className={css['sample']}>
          <Arrow from={0} to={26} {...arrow} />
        </span>
        {says}
      </li>
    ))}
    {attacked && (
      <li>
        <span className={css['sample']}>
          <Leak from={0} to={20} />
        </span>
        {partyName('attacker')} reads along
      </li>
    )}
    {verdicts.map((verdict) => (
      <li key={verdict}>
        <VerdictShape verdict={verdict} />
        {verdict === 'obeyed' ? 'check obeyed' : verdictWords[verdict]}
      </li>
    ))}
    <li className={css['credit']}>
      <a href="https://reactflow.dev" target="_blank" rel="noreferrer">
        by React Flow
      </a>
    </li>
  </ul>
)
