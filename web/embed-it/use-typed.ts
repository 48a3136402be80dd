import { useState } from 'react'

interface Typed {
  readonly text: string
  /** Whether what stands there counts. */
  readonly known: boolean
  readonly onType: (text: string) => void
}

/** What is being typed, which counts as soon as it can be read; until then what was read last does. */
export const useTyped = (
  value: string,
  read: (text: string) => string | undefined,
  onRead: (value: string) => void,
): Typed => {
  const [typed, setTyped] = useState({ of: value, text: value })
  // Somebody else may have chosen meanwhile: a link, or the way back.
  const text = typed.of === value ? typed.text : value
  const onType = (next: string) => {
    const known = read(next)
    setTyped({ of: known ?? value, text: next })
    if (known !== undefined) onRead(known)
  }
  return { text, known: read(text) !== undefined, onType }
}
