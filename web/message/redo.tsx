import { useState } from 'react'
import { workingOf, type WorkingKind } from '../../engine/values.ts'
import { Icon } from '../ui/icon.tsx'
import type { FieldContext } from './field-context.ts'
import styles from './field.module.css'

const names: Readonly<Record<WorkingKind, string>> = {
  pkce: 'Compute it again, step by step',
  token: 'Verify it again, or change it',
  'well-known': 'Where a client looks, step by step',
}

/** The way to compute a part again, in place; nothing where there is nothing to compute. */
export const Redo = ({ field, message, onSelect, redo }: FieldContext) => {
  const [open, setOpen] = useState(false)
  const kind = workingOf(field, message)
  if (!kind || !redo) return null
  return (
    <details
      className={styles['redo']}
      onToggle={(event) => {
        event.stopPropagation()
        setOpen(event.currentTarget.open)
      }}
    >
      <summary>
        <span className={styles['open']}>
          <Icon name="open" />
        </span>
        {names[kind]}
      </summary>
      {open && redo({ kind, field, message, onSelect })}
    </details>
  )
}
