import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { fitting, type Room } from './fitting.ts'

interface Fitting {
  /** The row that the tabs stand in. */
  readonly row: RefObject<HTMLDivElement | null>
  /** An unseen row of all tabs, and of what opens the rest: their widths are read from it. */
  readonly ruler: RefObject<HTMLDivElement | null>
  readonly shown: readonly number[]
}

/** Which of several tabs fit into their row, now and whenever it or its letters change their width. */
export const useFitting = (names: readonly string[], chosen: number): Fitting => {
  const row = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Room>()
  useLayoutEffect(() => {
    const [outer, inner] = [row.current, ruler.current]
    if (!outer || !inner) return undefined
    const measure = () => {
      const widths = [...inner.children].map((one) => one.getBoundingClientRect().width)
      const more = widths.pop() ?? 0
      const { columnGap, paddingLeft, paddingRight } = getComputedStyle(outer)
      const inside = outer.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
      setRoom({ widths, more, row: inside, gap: parseFloat(columnGap) || 0 })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    observer.observe(inner)
    return () => observer.disconnect()
  }, [])
  const measured = room?.widths.length === names.length ? room : undefined
  return {
    row,
    ruler,
    shown: measured ? fitting(measured, chosen) : names.map((_, index) => index),
  }
}
