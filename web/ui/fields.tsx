import { useId, type ReactNode } from 'react'
import { useLongPaste } from './long-paste.tsx'
import styles from './fields.module.css'

interface FieldProps {
  readonly name: string
  /** What there is to say about what was chosen. */
  readonly note?: ReactNode
}

interface ListProps extends FieldProps {
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly children: ReactNode
}

/** One of a list. */
export const List = ({ name, note, value, onChoose, children }: ListProps) => (
  <label className={styles['field']}>
    <span className={styles['name']}>{name}</span>
    <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      {children}
    </select>
    {note !== undefined && <small className={styles['note']}>{note}</small>}
  </label>
)

interface OneOfProps<Value extends string> extends FieldProps {
  readonly value: Value
  readonly values: readonly (readonly [value: Value, says: string])[]
  readonly onChoose: (value: Value) => void
}

/** One of a few, all of which are seen. */
export const OneOf = <Value extends string>(props: OneOfProps<Value>) => {
  const { name, note, value, values, onChoose } = props
  const group = useId()
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['name']}>{name}</legend>
      <div className={styles['few']}>
        {values.map(([each, says]) => (
          <label key={each} className={styles['one']}>
            <input
              type="radio"
              name={group}
              checked={each === value}
              onChange={() => onChoose(each)}
            />
            <span>{says}</span>
          </label>
        ))}
      </div>
      {note !== undefined && <small className={styles['note']}>{note}</small>}
    </fieldset>
  )
}

interface OnOffProps extends FieldProps {
  readonly on: boolean
  readonly onTurn: (on: boolean) => void
}

/** Something that is there or not. */
export const OnOff = ({ name, note, on, onTurn }: OnOffProps) => (
  <label className={styles['switch']}>
    <input
      type="checkbox"
      checked={on}
      onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
    />
    <span>
      {name}
      {note !== undefined && <small className={styles['note']}>{note}</small>}
    </span>
  </label>
)

interface TypedProps extends FieldProps {
  readonly value: string
  readonly stand?: string
  readonly wrong?: boolean
  /** Whether the note is something that has to be done. */
  readonly warns?: boolean
  /** A moment is chosen as the browser has them chosen. */
  readonly kind?: 'text' | 'datetime-local'
  readonly onType: (value: string) => void
}

interface LinesProps extends FieldProps {
  readonly value: string
  readonly rows: number
  readonly stand?: string
  readonly onType: (value: string) => void
}

/** Several lines that are typed or pasted. */
export const Lines = ({ name, note, value, rows, stand, onType }: LinesProps) => {
  const { onPaste, notice } = useLongPaste()
  return (
    <>
      <label className={styles['field']}>
        <span className={styles['name']}>{name}</span>
        <textarea
          rows={rows}
          spellCheck={false}
          autoComplete="off"
          value={value}
          placeholder={stand}
          onPaste={onPaste}
          onChange={({ currentTarget }) => onType(currentTarget.value)}
        />
        {note !== undefined && <small className={styles['note']}>{note}</small>}
      </label>
      {notice}
    </>
  )
}

/** Something that is typed. */
export const Typed = (props: TypedProps) => {
  const { name, note, value, stand, wrong, warns, kind = 'text', onType } = props
  return (
    <label className={styles['field']}>
      <span className={styles['name']}>{name}</span>
      <input
        type={kind}
        spellCheck={false}
        autoComplete="off"
        value={value}
        placeholder={stand}
        aria-invalid={wrong || undefined}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      {note !== undefined && (
        <small
          className={styles['note']}
          data-warns={wrong || warns || undefined}
          aria-live="polite"
        >
          {note}
        </small>
      )}
    </label>
  )
}
