import { useMemo } from 'react'
import { fieldsOf } from '../../engine/explain.ts'
import { groupsOf } from '../text/field-groups.ts'
import type { FieldContext } from './field-context.ts'
import { FieldRow } from './field-row.tsx'
import styles from './message.module.css'

/** Every part of a message as a row, gathered by where in the message it stands. */
export const Parts = ({ message, ...context }: Omit<FieldContext, 'field'>) => {
  const groups = useMemo(() => groupsOf(fieldsOf(message), message.kind), [message])
  return groups.map(({ where, name, fields }) => (
    <section key={where} className={styles['group']}>
      <h3 className={styles['where']}>{name}</h3>
      <div>
        {fields.map((field) => (
          <FieldRow key={field.path} field={field} message={message} {...context} />
        ))}
      </div>
    </section>
  ))
}
