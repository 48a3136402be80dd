import { useState } from 'react'
import { meaningOf, type Field } from '../../engine/explain.ts'
import { valueToFollow } from '../../engine/values.ts'
import { Icon } from '../ui/icon.tsx'
import { pin, release, useLitPart } from '../value/lighting.ts'
import { useLookedAt } from '../value/use-looked-at.ts'
import { useLog } from '../value/lit.ts'
import type { FieldContext } from './field-context.ts'
import { FieldNotes } from './field-notes.tsx'
import { Redo } from './redo.tsx'
import { Token } from './token.tsx'
import { WholeValue } from './whole-value.tsx'
import { breakable } from '../text/breakable.tsx'
import styles from './field.module.css'

const isToken = ({ fields }: Field) => fields.some(({ place }) => place === 'signature')

/** One part of a message: its name and value, and when opened everything that is known about it. Its value lights up wherever else it appears. */
export const FieldRow = ({ field, ...context }: FieldContext) => {
  const [open, setOpen] = useState(false)
  const { message } = context
  const run = useLog()
  const value = valueToFollow(field, message)
  const lit = useLitPart(message, field.path)
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
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        // What somebody has opened stays lit while they look elsewhere.
        if (currentTarget.open) pin(value, run)
        else release(value)
      }}
    >
      <summary className={styles['row']} {...useLookedAt(value, run)}>
        <span className={styles['open']}>
          <Icon name="open" />
        </span>
        <span className={styles['name']}>{breakable(field.name)}</span>
        <span className={styles['value']}>
          <span data-lit={lit}>{field.value === '' ? '(empty)' : field.value}</span>
          {meaning !== undefined && <span className={styles['meaning']}> {meaning}</span>}
        </span>
      </summary>
      {open && (
        <div className={styles['inside']}>
          <WholeValue field={field} />
          <FieldNotes field={field} {...context} />
          <Redo field={field} {...context} />
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
