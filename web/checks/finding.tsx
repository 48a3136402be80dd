import {
  checkWithId,
  refusedBy,
  whoByName,
  type Finding,
  type WireMessage,
} from '../../engine/index.ts'
import { Clauses } from '../text/clause.tsx'
import { useRevision } from '../text/revision.ts'
import { RichText } from '../text/rich-text.tsx'
import { Verdict } from '../text/verdict.tsx'
import { Icon } from '../ui/icon.tsx'
import { KnownValue } from '../value/known-value.tsx'
import styles from './checks.module.css'

interface FindingProps {
  readonly finding: Finding
  readonly message: WireMessage
  /** Has the party make this check from now on. */
  readonly onRemember: (check: string) => void
}

/** One check made on a message: the verdict, the requirement, and what was compared. */
export const FindingView = ({ finding, message, onRemember }: FindingProps) => {
  const { levelOf } = useRevision()
  const row = checkWithId(finding.check)
  if (!row) return null
  const level = levelOf(row)
  const broken = finding.verdict === 'broken'
  return (
    <li>
      <details className={styles['finding']} open={finding.verdict !== 'obeyed'}>
        <summary className={styles['summary']}>
          <Verdict verdict={finding.verdict} word={false} />
          <span className={styles['says']}>
            <RichText text={broken ? refusedBy(finding.check, message) : row.says} />
          </span>
          <span className={styles['open']}>
            <Icon name="open" />
          </span>
        </summary>
        <dl className={styles['facts']}>
          <dt>verdict</dt>
          <dd>
            <Verdict verdict={finding.verdict} />
            {finding.verdict === 'forgotten' ? ' by ' : ', checked by '}
            {whoByName(finding.check, message)}
            {finding.since > message.id && ` once message ${finding.since} had come`}
          </dd>
          {broken && (
            <>
              <dt>rule</dt>
              <dd>
                <RichText text={row.says} />
              </dd>
            </>
          )}
          <dt>expected</dt>
          <dd className={styles['value']}>
            <KnownValue text={finding.expected} />
          </dd>
          <dt>{finding.end === 'sender' ? 'sent' : 'received'}</dt>
          <dd className={styles['value']}>
            <KnownValue text={finding.received} />
          </dd>
          <dt>level</dt>
          <dd>{level === undefined || level === 'none' ? 'no keyword' : level}</dd>
          <dt>clause</dt>
          <dd>
            <Clauses ids={row.refs} />
          </dd>
          <dt>check</dt>
          <dd className={styles['value']}>{finding.check}</dd>
        </dl>
        {finding.verdict === 'forgotten' && (
          <button
            type="button"
            className={styles['remember']}
            onClick={() => onRemember(finding.check)}
          >
            Switch this check on
          </button>
        )}
      </details>
    </li>
  )
}
