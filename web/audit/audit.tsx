import { refusedBy } from '../../engine/index.ts'
import type { AuditLine } from '../lab/audit-lines.ts'
import { RichText } from '../text/rich-text.tsx'
import { RUN_BEGINS } from '../../engine/index.ts'
import { timeSince } from '../text/time.ts'
import styles from './audit.module.css'

interface AuditProps {
  readonly lines: readonly AuditLine[]
  readonly onSelect: (place: number) => void
}

/** What the MCP server wrote down about every request so far: who, through which client, what, and whether they got it. */
export const Audit = ({ lines, onSelect }: AuditProps) => (
  <div className={styles['audit']}>
    <p className={styles['about']}>
      What Notes writes down of each request. No token, no key: whoever reads the log gains nothing
      by it.
    </p>
    {lines.length === 0 && <p className={styles['about']}>Nothing has been asked of it yet.</p>}
    <ol reversed className={styles['lines']}>
      {lines.toReversed().map((line) => (
        <Line key={line.message} line={line} onSelect={onSelect} />
      ))}
    </ol>
  </div>
)

const Line = ({
  line: { at, message, account, client, scope, method, tool, allowed, by },
  onSelect,
}: {
  readonly line: AuditLine
  readonly onSelect: (place: number) => void
}) => {
  return (
    <li className={styles['line']}>
      <p className={styles['head']}>
        <button
          type="button"
          className={styles['number']}
          aria-label={`Go to message ${message}`}
          onClick={() => onSelect(message)}
        >
          {message}
        </button>
        <time>{timeSince(RUN_BEGINS, at)}</time>
        <code className={styles['asked']}>
          {method ?? '—'} {tool}
        </code>
        <Outcome allowed={allowed} />
      </p>
      <p className={styles['facts']}>
        {account === undefined ? (
          'Not read as far as to know who asked.'
        ) : (
          <>
            for <b>{account}</b>, through <code title={client}>{client}</code>, with{' '}
            {scope === '' ? 'no scope' : <code>{scope}</code>}
          </>
        )}
      </p>
      {by !== undefined && (
        <p className={styles['facts']}>
          <RichText text={refusedBy(by)} />
        </p>
      )}
    </li>
  )
}

const Outcome = ({ allowed }: { readonly allowed: boolean }) => (
  <span className={styles['outcome']} data-allowed={allowed}>
    <span aria-hidden="true">{allowed ? '✓' : '✕'}</span> {allowed ? 'allowed' : 'refused'}
  </span>
)
