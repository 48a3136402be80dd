import { useEffect } from 'react'

/** Brings the reader to a part or a line that the address names. */
export const useArrival = (id: string | undefined): void => {
  useEffect(() => {
    if (id === undefined || !/^[a-z-]{1,60}$/.test(id)) return undefined
    // The page gives the focus to its heading first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const place = document.getElementById(`duty-${id}`)
        place?.scrollIntoView({ block: place.matches('section') ? 'start' : 'center' })
        place?.querySelector<HTMLElement>('h2, input')?.focus({ preventScroll: true })
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [id])
}
