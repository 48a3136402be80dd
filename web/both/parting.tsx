import {
  checkWithId,
  plainly,
  whoByName,
  type Finding,
  type WireMessage,
} from '../../engine/index.ts'
import { Clauses } from '../text/clause.tsx'
import { RichText } from '../text/rich-text.tsx'
import styles from './parting.module.css'

interface PartingProps {
  /** The number of the first message that is different. */
  readonly from: number
  /** That message in the careless run and in the careful one, each with the message after it. */
  readonly careless: readonly WireMessage[]
  readonly careful: readonly WireMessage[]
  /** Where the careful run was decided. */
  readonly decidedAt: number | undefined
}

/** Where two runs part: what happens on either side, and which checks come out otherwise. */
export const Parting = ({ from, careless, careful, decidedAt }: PartingProps) => {
  const [mine, theirs] = [careless, careful].map((run) => run[from - 1]?.findings ?? [])
  const others = (theirs ?? []).filter(
    ({ check, verdict }) =>
      !(mine ?? []).some((one) => one.check === check && one.verdict === verdict),
  )
  const [left, right] = [toldFrom(careless, from), toldFrom(careful, from)]
  return (
    <div className={styles['parting']}>
      <h2 className={styles['heading']}>Here they part: message {from}</h2>
      <dl className={styles['facts']}>
        {left === right ? (
          <Said where="on both sides" text={left} />
        ) : (
          <>
            <Said where="on the left" text={left} />
            <Said where="on the right" text={right} />
          </>
        )}
        {others.map(({ check, verdict }) => (
          <Other
            key={check}
            check={check}
            verdict={verdict}
            forgotten={(mine ?? []).some(
              (one) => one.check === check && one.verdict === 'forgotten',
            )}
          />
        ))}
      </dl>
      {decidedAt !== undefined && decidedAt !== from && (
        <p>What decides it comes at message {decidedAt}, on the right.</p>
      )}
    </div>
  )
}

const Said = ({ where, text }: { readonly where: string; readonly text: string }) => (
  <>
    <dt>{where}</dt>
    <dd>
      <RichText text={text} />
    </dd>
  </>
)

const toldFrom = (log: readonly WireMessage[], from: number): string =>
  log
    .slice(from - 1, from + 1)
    .map(plainly)
    .join(' ') || 'It has ended before this.'

interface OtherProps extends Pick<Finding, 'check' | 'verdict'> {
  readonly forgotten: boolean
}

/** A check that came out otherwise on the right. */
const Other = ({ check, verdict, forgotten }: OtherProps) => (
  <>
    <dt>check</dt>
    <dd>
      <code>{check}</code>: {forgotten && 'forgotten on the left; '}on the right {whoByName(check)}{' '}
      makes it, and it {verdict === 'broken' ? 'does not hold' : 'holds'}.{' '}
      {checkWithId(check)?.says}
    </dd>
  </>
)

interface DecisionProps {
  /** The message on which it was decided. */
  readonly message: WireMessage
  readonly finding: Finding | undefined
  readonly because: string
}

/** What decided the careful run: who compares what, by which clause, and what they find. */
export const Decision = ({ message, finding, because }: DecisionProps) => {
  const row = finding && checkWithId(finding.check)
  return (
    <div className={styles['parting']}>
      <h2 className={styles['heading']}>Here it is decided: message {message.id}, on the right</h2>
      <p>
        <RichText text={because} />
      </p>
      {row && finding && (
        <dl className={styles['facts']}>
          <dt>check</dt>
          <dd>
            <code>{row.id}</code>, made by {whoByName(row.id)}
          </dd>
          <dt>clause</dt>
          <dd>
            <Clauses ids={row.refs} />
          </dd>
          <dt>expected</dt>
          <dd className={styles['value']}>{finding.expected}</dd>
          <dt>received</dt>
          <dd className={styles['value']}>{finding.received}</dd>
        </dl>
      )}
    </div>
  )
}
