import type { PartChange } from '../../engine/compare.ts'
import type { FieldPlace } from '../../engine/explain.ts'
import type { Links } from './links.ts'
import { MessageLink } from './message-link.tsx'
import styles from './row.module.css'

interface PartRowProps {
  readonly row: PartChange
  readonly links: Links
}

const placeNames: Readonly<Record<FieldPlace, string>> = {
  start: 'first line',
  query: 'query parameter',
  header: 'header',
  challenge: 'challenge',
  form: 'form parameter',
  json: 'JSON member',
  html: 'page',
  'jwt-header': 'token header',
  claim: 'claim',
  signature: 'signature',
  local: 'on the machine',
  text: 'body',
}

/** A part of messages: its name, where it stands, its values, and every message it is in. */
export const PartRow = ({ row, links }: PartRowProps) => {
  const { change, name, places, before, after, pairs } = row
  return (
    <>
      <p className={styles['said']}>
        <code className={styles['label']}>{name}</code>{' '}
        <span className={styles['where']}>{places.map((one) => placeNames[one]).join(', ')}</span>
      </p>
      <Values values={before} was={change === 'changed'} />
      <Values values={after} />
      <p className={styles['aside']}>
        in{' '}
        {pairs.map((pair) => (
          <span key={pair.after.id} className={styles['pair']}>
            {change !== 'new' && <MessageLink side="before" message={pair.before} links={links} />}
            {change === 'changed' && '→'}
            {change !== 'gone' && <MessageLink side="after" message={pair.after} links={links} />}
          </span>
        ))}
      </p>
    </>
  )
}

const LONGEST = 120

const Values = ({
  values,
  was = false,
}: {
  readonly values: readonly string[]
  /** Whether another value stands there now. */
  readonly was?: boolean
}) =>
  values.map((value) => {
    const text = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
    return (
      <p key={value} className={styles['value']}>
        {was ? <del>{text}</del> : text === '' ? '(empty)' : text}
      </p>
    )
  })
