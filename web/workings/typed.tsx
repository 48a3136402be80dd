import { useId } from 'react'
import styles from './workings.module.css'

interface TypedProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Something that can be typed anew: any text, however long; nothing is refused. */
export const Typed = ({ label, value, onChange }: TypedProps) => {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <textarea
        id={id}
        className={styles['typed']}
        rows={2}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </>
  )
}
