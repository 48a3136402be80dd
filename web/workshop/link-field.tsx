import { useState } from 'react'
import { Typed } from '../ui/fields.tsx'
import { press } from './trainer-page.tsx'
import { queryIn } from './use-workshop.ts'
import styles from './link-field.module.css'

interface LinkFieldProps {
  readonly name: string
  /** The page that opens with the workshop in it. */
  readonly path: string
}

/** Takes the link to a workshop, and opens a page with it. */
export const LinkField = ({ name, path }: LinkFieldProps) => {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = () => {
    const query = queryIn(text)
    setWrong(query === undefined)
    if (query === undefined) return
    location.hash = `${path}?${query}`
    setText('')
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        open()
      }}
    >
      <Typed
        name={name}
        value={text}
        stand="…#/workshop?v=1&…"
        wrong={wrong}
        note={
          wrong
            ? 'This is no link to a workshop: it has “#/workshop?” in it, and no space.'
            : undefined
        }
        onType={(next) => {
          setText(next)
          setWrong(false)
        }}
      />
      <button className={press} disabled={text.trim() === ''}>
        Open
      </button>
    </form>
  )
}
