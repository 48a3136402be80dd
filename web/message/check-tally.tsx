import { verdictWords, type Finding } from '../../engine/index.ts'
import { Verdict } from '../text/verdict.tsx'
import styles from './message.module.css'

const verdicts = ['broken', 'forgotten', 'obeyed'] as const

interface CheckTallyProps {
  readonly findings: readonly Finding[]
  readonly onChecks: () => void
}

/** How many checks were made on the message, by verdict. */
export const CheckTally = ({ findings, onChecks }: CheckTallyProps) => {
  if (findings.length === 0) return null
  const counts = verdicts.flatMap((verdict) => {
    const count = findings.filter((one) => one.verdict === verdict).length
    return count === 0 ? [] : [{ verdict, count }]
  })
  return (
    <button type="button" className={styles['tally']} onClick={onChecks}>
      <span>Checks</span>
      {counts.map(({ verdict, count }) => (
        <span key={verdict} data-verdict={verdict}>
          <Verdict verdict={verdict} word={false} />
          {count} {verdictWords[verdict]}
        </span>
      ))}
    </button>
  )
}
