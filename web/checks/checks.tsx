import { findingsAt, type Finding, type WireMessage } from '../../engine/index.ts'
import { FindingView } from './finding.tsx'
import styles from './checks.module.css'

// What broke or was forgotten comes first; what was obeyed follows in the order in which it was looked at.
const urgency = ({ verdict }: Finding) => ({ broken: 0, forgotten: 1, obeyed: 2 })[verdict]

interface ChecksProps {
  readonly message: WireMessage | undefined
  readonly place: number
  readonly onRemember: (check: string) => void
}

/** Every check that has been made on a message so far. */
export const Checks = ({ message, place, onRemember }: ChecksProps) => {
  if (!message)
    return <p className={styles['none']}>No message has been sent yet, so nothing was checked.</p>
  const sorted = (findings: readonly Finding[]) =>
    findings.toSorted((a, b) => urgency(a) - urgency(b))
  const later = sorted(message.findings.filter(({ since }) => since > place))
  const findings = sorted(findingsAt(message, place))
  if (message.findings.length === 0)
    return <p className={styles['none']}>Nobody compares anything in this message.</p>
  return (
    <>
      <Findings findings={findings} message={message} onRemember={onRemember} />
      {later.length > 0 && (
        <>
          <p className={styles['later']}>Later, once message {later[0]!.since} has come:</p>
          <Findings findings={later} message={message} onRemember={onRemember} />
        </>
      )}
    </>
  )
}

const Findings = ({
  findings,
  message,
  onRemember,
}: Omit<ChecksProps, 'place'> & {
  readonly findings: readonly Finding[]
  readonly message: WireMessage
}) => (
  <ol className={styles['checks']}>
    {findings.map((finding) => (
      <FindingView
        key={finding.check}
        finding={finding}
        message={message}
        onRemember={onRemember}
      />
    ))}
  </ol>
)
