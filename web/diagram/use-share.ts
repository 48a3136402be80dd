import { useLayoutEffect, useRef, useState } from 'react'
import { createCursor, type Shared } from './cursor.ts'

/** What the rows of a diagram share for as long as it lives. */
export const useShare = (place: number, onSelect: (place: number) => void): Shared => {
  const latest = useRef(onSelect)
  useLayoutEffect(() => {
    latest.current = onSelect
  }, [onSelect])
  const [shared] = useState<Shared>(() => ({
    cursor: createCursor(place),
    onSelect: (id) => latest.current(id),
  }))
  return shared
}
