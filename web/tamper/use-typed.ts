import { useState } from 'react'
import { keepUnsent, unsentOver } from './unsent.ts'

/** What is typed over the value of a part of a message, kept until it is applied; once the value is another one, that takes its place. */
export const useTyped = (
  value: string,
  part: string,
): [text: string, type: (text: string) => void] => {
  const [over, setOver] = useState(value)
  const [text, show] = useState(() => unsentOver(part, value) ?? value)
  const type = (next: string) => {
    show(next)
    keepUnsent(part, value, next)
  }
  if (over !== value) {
    setOver(value)
    type(value)
    return [value, type]
  }
  return [text, type]
}
