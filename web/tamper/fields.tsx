import { useMemo, type ReactNode } from 'react'
import { fieldsOf, type Field } from '../../engine/explain.ts'
import type { WireMessage } from '../../engine/index.ts'
import { groupsOf } from '../text/field-groups.ts'
import { Icon } from '../ui/icon.tsx'
import type { Change, Changing } from './change.ts'
import { FieldEditor } from './field-editor.tsx'
import rows from './fields.module.css'

interface FieldsProps extends Changing {
  readonly message: WireMessage
  readonly made: readonly Change[]
}

/** What HTTP itself writes, or what is no single value. */
const FIXED = ['start.version', 'start.act', 'html.page']

/** Every field of a message to be changed in place, gathered by where in the message it stands. */
export const Fields = ({ message, made, ...changing }: FieldsProps) => {
  const groups = useMemo(() => groupsOf(fieldsOf(message), message.kind), [message])
  const row = (field: Field): ReactNode => (
    <li key={field.path}>
      {FIXED.includes(field.path) ? (
        field.fields.length === 0 || <p className={rows['hint']}>What its form sends unseen:</p>
      ) : (
        <FieldEditor
          field={field}
          message={message}
          change={made.find((one) => one.kind === 'field' && one.path === field.path)}
          {...changing}
        />
      )}
      {field.fields.length > 0 && <Inside field={field}>{field.fields.map(row)}</Inside>}
    </li>
  )
  return groups
    .filter(({ fields }) => fields.some(hasSomething))
    .map(({ where, name, fields }) => (
      <section key={where} className={rows['group']}>
        <h3 className={rows['where']}>{name}</h3>
        <ul>{fields.filter(hasSomething).map(row)}</ul>
      </section>
    ))
}

const hasSomething = ({ path, fields }: Field): boolean =>
  !FIXED.includes(path) || fields.length > 0

const isToken = ({ fields }: Field) => fields.some(({ place }) => place === 'signature')

/** What a field is made of: folded, but for a token, whose claims are what people look for. */
const Inside = ({ field, children }: { readonly field: Field; readonly children: ReactNode }) => (
  <details
    className={rows['inside']}
    open={isToken(field) || ['html', 'header'].includes(field.place)}
  >
    <summary className={rows['fold']}>
      <Icon name="open" /> {isToken(field) ? 'Header, claims and signature of' : 'Inside'}{' '}
      <code>{field.name}</code>
    </summary>
    {isToken(field) && (
      <p className={rows['hint']}>
        A changed claim keeps the old signature: it no longer holds, and whoever verifies it says
        so.
      </p>
    )}
    <ul>{children}</ul>
  </details>
)
