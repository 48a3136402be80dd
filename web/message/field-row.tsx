import { useState } from 'react'
import { meaningOf, type Field } from '../../engine/explain.ts'
import { Icon } from '../ui/icon.tsx'
import type { FieldContext } from './field-context.ts'
import { FieldNotes } from './field-notes.tsx'
import { Token } from './token.tsx'
import styles from './message.module.css'

const isToken = ({ fields }: Field) => fields.some(({ place }) => place === 'signature')

/** One part of a message: its name and value, and when opened everything that is known about it. */
export const FieldRow = ({ field, ...context }: FieldContext) => {
  const [open, setOpen] = useState(false)
  const meaning = meaningOf(field)
  const inner = (fields: readonly Field[]) =>
    fields.length > 0 && (
      <div className={styles['inner']}>
        {fields.map((one) => (
          <FieldRow key={one.path} field={one} {...context} />
        ))}
      </div>
    )
  return (
    <details
      className={styles['field']}
      data-split={field.fields.length > 0 || undefined}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles['row']}>
        <span className={styles['open']}>
          <Icon name="open" />
        </span>
        <span className={styles['name']}>{field.name}</span>
        <span className={styles['value']}>
          {field.value === '' ? '(empty)' : field.value}
          {meaning !== undefined && <span className={styles['meaning']}> {meaning}</span>}
        </span>
      </summary>
      {open && (
        <div className={styles['inside']}>
          <FieldNotes field={field} {...context} />
          {isToken(field) ? (
            <Token field={field} log={context.log} inner={inner} />
          ) : (
            inner(field.fields)
          )}
        </div>
      )}
    </details>
  )
}
