import { useMemo } from 'react'
import { fieldsOf, type Field, type FieldPlace } from '../../engine/explain.ts'
import type { WireMessage } from '../../engine/index.ts'
import { FieldRow } from './field-row.tsx'
import styles from './message.module.css'

/** What the parts in one place of a message are called together. */
const placeNames: Readonly<Record<Exclude<FieldPlace, 'start'>, string>> = {
  query: 'Query parameters',
  header: 'Headers',
  challenge: 'Challenge',
  form: 'Body, form parameters',
  json: 'Body, JSON members',
  html: 'Body, a page',
  'jwt-header': 'Token header',
  claim: 'Claims',
  signature: 'Signature',
  local: 'Contents',
  text: 'Body',
}

const startNames = { request: 'Request line', response: 'Status line', act: 'Act' } as const

interface PartsProps {
  readonly message: WireMessage
  /** What was delivered up to the place, this message included. */
  readonly log: readonly WireMessage[]
  readonly place: number
}

/** Every part of a message as a row, gathered by where in the message it stands. */
export const Parts = ({ message, log, place }: PartsProps) => {
  const groups = useMemo(() => gather(fieldsOf(message)), [message])
  return [...groups].map(([where, fields]) => (
    <section key={where} className={styles['group']}>
      <h3 className={styles['where']}>
        {where === 'start' ? startNames[message.kind] : placeNames[where]}
      </h3>
      <div>
        {fields.map((field) => (
          <FieldRow key={field.path} field={field} message={message} log={log} place={place} />
        ))}
      </div>
    </section>
  ))
}

/** Fields by their place, in the order in which the places first come. The empty line after the headers is no row. */
const gather = (fields: readonly Field[]): Map<FieldPlace, Field[]> => {
  const groups = new Map<FieldPlace, Field[]>()
  for (const field of fields) {
    if (field.place === 'text' && field.value === '') continue
    groups.set(field.place, [...(groups.get(field.place) ?? []), field])
  }
  return groups
}
