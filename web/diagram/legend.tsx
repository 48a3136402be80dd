import { Arrow } from './arrow.tsx'
import { VerdictShape } from './marks.tsx'
import css from './legend.module.css'

const ARROWS = [
  { channel: 'back', kind: 'request', says: 'direct' },
  { channel: 'front', kind: 'request', says: 'through the browser' },
  { channel: 'local', kind: 'act', says: 'on Sam’s machine' },
  { channel: 'back', kind: 'response', says: 'answer' },
] as const

const VERDICTS = [
  { verdict: 'obeyed', says: 'check obeyed' },
  { verdict: 'broken', says: 'refused' },
  { verdict: 'forgotten', says: 'left out' },
] as const

/** What the lines and marks of the figure mean, in words; folded away where there is little room. */
export const Legend = ({ folded }: { folded: boolean }) =>
  folded ? (
    <details className={css['folded']}>
      <summary>Lines and marks</summary>
      <Key />
    </details>
  ) : (
    <Key />
  )

const Key = () => (
  <ul className={css['legend']} aria-label="Lines and marks">
    {ARROWS.map(({ says, ...arrow }) => (
      <li key={says}>
        <span className={css['sample']}>
          <Arrow from={0} to={30} {...arrow} />
        </span>
        {says}
      </li>
    ))}
    {VERDICTS.map(({ verdict, says }) => (
      <li key={verdict}>
        <VerdictShape verdict={verdict} />
        {says}
      </li>
    ))}
    <li className={css['credit']}>
      <a href="https://reactflow.dev" target="_blank" rel="noreferrer">
        by React Flow
      </a>
    </li>
  </ul>
)
