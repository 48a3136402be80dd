import { useId, useRef } from 'react'
import { foresee, type Field } from '../../engine/explain.ts'
import type { WireMessage } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Change, Changing } from './change.ts'
import { useTyped } from './use-typed.ts'
import rows from './fields.module.css'
import styles from './tamper.module.css'

interface FieldEditorProps extends Changing {
  readonly field: Field
  readonly message: WireMessage
  /** What the learner has made of this field. */
  readonly change: Change | undefined
}

/** One field of a message, to be changed in place: Enter applies, Escape resets. */
export const FieldEditor = ({ field, message, change, onMake, onUndo }: FieldEditorProps) => {
  const { path, name, value } = field
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const [text, set] = useTyped(value, `${message.id} ${path}`)
  const wanted = { kind: 'field', at: message.id, path, value: text } as const
  const changed = text !== value
  const { possible, remarks } = changed ? foresee(message, wanted) : unchanged
  const apply = () => {
    if (!possible) return
    onMake(wanted)
    input.current?.focus()
  }
  const reset = () => {
    set(value)
    input.current?.focus()
  }
  const inStart = field.place === 'start'
  return (
    <form
      className={rows['field']}
      data-changed={change !== undefined || undefined}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <label className={rows['name']} htmlFor={id}>
        {name}
      </label>
      <textarea
        ref={input}
        id={id}
        className={rows['input']}
        rows={Math.min(3, Math.ceil((text.length + 1) / 36))}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-describedby={`${id}-remark`}
        onChange={({ currentTarget }) => set(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') reset()
          if (event.key !== 'Enter' || event.shiftKey) return
          event.preventDefault()
          apply()
        }}
      />
      {inStart || changed ? (
        <span />
      ) : (
        <button
          type="button"
          className={rows['remove']}
          aria-label={`Take ${name} away`}
          title="Take it away"
          onClick={() => onMake({ kind: 'remove', at: message.id, path })}
        >
          <Icon name="remove" />
        </button>
      )}
      <div id={`${id}-remark`} className={rows['remarks']} aria-live="polite">
        {remarks.map((remark) => (
          <p key={remark}>
            <RichText text={remark} />
          </p>
        ))}
      </div>
      {changed ? (
        <Answers possible={possible} onReset={reset} />
      ) : (
        change && <Undo onUndo={() => onUndo(change)} />
      )}
    </form>
  )
}

const unchanged = { possible: false, remarks: [] as readonly string[] }

const Answers = ({
  possible,
  onReset,
}: {
  readonly possible: boolean
  readonly onReset: () => void
}) => (
  <p className={rows['answers']}>
    <button type="submit" className={styles['action']} disabled={!possible}>
      Apply
    </button>
    <button type="button" className={styles['link']} onClick={onReset}>
      Reset
    </button>
  </p>
)

const Undo = ({ onUndo }: { readonly onUndo: () => void }) => (
  <p className={rows['answers']}>
    <span className={rows['mark']}>changed</span>
    <button type="button" className={styles['link']} onClick={onUndo}>
      Undo
    </button>
  </p>
)
