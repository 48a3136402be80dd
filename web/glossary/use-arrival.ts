import { useEffect, useRef } from 'react'

/** Brings the reader to a word that the address names, and calls `before` so that it is on the page. */
export const useArrival = (id: string | undefined, before: () => void): void => {
  const prepare = useRef(before)
  useEffect(() => {
    prepare.current = before
  })
  useEffect(() => {
    if (id === undefined) return undefined
    prepare.current()
    // The page gives the focus to its heading first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const heading = document.getElementById(`word-${id}`)
        heading?.closest('article')?.scrollIntoView({ block: 'center' })
        heading?.focus({ preventScroll: true })
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [id])
}
