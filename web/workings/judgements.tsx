import { useMemo } from 'react'
import { refusedBy, type Revision } from '../../engine/index.ts'
import { judgedBy, readers, type Expected, type Judgement } from '../../engine/workings.ts'
import { RichText } from '../text/rich-text.tsx'
import { Compared } from './compared.tsx'
import { useWork } from './use-work.ts'
import styles from './workings.module.css'

interface JudgementsProps {
  readonly token: string
  readonly expected: Expected
  readonly revision: Revision
}

const judgedByAll = ({ token, expected, revision }: JudgementsProps) =>
  Promise.all(readers.map((reader) => judgedBy(reader, token, expected, revision)))

/** What four servers make of a token: a careful one, and three that each believe it something. */
export const Judgements = ({ token, expected, revision }: JudgementsProps) => {
  const judgements = useWork(
    useMemo(() => ({ token, expected, revision }), [token, expected, revision]),
    judgedByAll,
  )
  return (
    <ul className={styles['readers']} aria-live="polite">
      {judgements?.map((one) => (
        <li key={one.name}>
          <Verdict {...one} />
        </li>
      ))}
    </ul>
  )
}

const Verdict = ({ name, forgets, findings, refusal }: Judgement) => (
  <>
    <p>
      <span className={styles['sign']} data-holds={refusal === undefined}>
        <span aria-hidden="true">{refusal ? '✕' : '✓'}</span> {refusal ? 'refuses it' : 'takes it'}
      </span>{' '}
      {name}
    </p>
    {refusal && (
      <p className={styles['aside']}>
        <RichText text={refusedBy(refusal.check)} />
      </p>
    )}
    {forgets.length === 0 && (
      <details className={styles['every']}>
        <summary>{findings.length} checks, one by one</summary>
        {findings.map((finding) => (
          <Compared key={finding.check} {...finding} />
        ))}
      </details>
    )}
  </>
)
