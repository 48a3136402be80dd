import { checkWithId } from '../../engine/index.ts'
import { Clauses } from '../text/clause.tsx'
import { RichText } from '../text/rich-text.tsx'
import styles from './workings.module.css'

interface ComparedProps {
  readonly check: string
  readonly holds: boolean
  readonly expected: string
  readonly received: string
}

/** What a check finds when it looks at the input: the very check that the parties make. */
export const Compared = ({ check, holds, expected, received }: ComparedProps) => {
  const row = checkWithId(check)
  if (!row) return null
  return (
    <div className={styles['compared']} aria-live="polite">
      <p>
        <span className={styles['sign']} data-holds={holds}>
          <span aria-hidden="true">{holds ? '✓' : '✕'}</span> {holds ? 'holds' : 'does not hold'}
        </span>{' '}
        <RichText text={row.says} /> <Clauses ids={row.refs.slice(0, 1)} />
      </p>
      {!holds && (
        <dl className={styles['sides']}>
          <dt>expected</dt>
          <dd>{expected}</dd>
          <dt>received</dt>
          <dd>{received}</dd>
        </dl>
      )}
    </div>
  )
}
