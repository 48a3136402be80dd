import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Cursor } from './cursor.ts'
import type { Geometry } from './geometry.ts'
import { following, type Pane } from './view.ts'

/** What of a figure is seen through its window. */
export interface InView {
  readonly top: number
  readonly left: number
  readonly height: number
}

/** So many pixels may pass before what is near is asked for again. */
const COARSE = 120

interface Scrolled {
  readonly stage: RefObject<HTMLDivElement | null>
  readonly cursor: Cursor
  readonly geometry: Geometry
  readonly pane: Pane | undefined
  readonly place: number
}

/** Keeps the current message in view by moving its window alone, and the keyboard’s focus on it where it was on a row before. */
export const useScroll = ({ stage, cursor, geometry, pane, place }: Scrolled): InView => {
  const [seen, setSeen] = useState({ top: 0, left: 0 })
  const shown = useRef(false)
  useLayoutEffect(() => {
    const element = stage.current
    if (!element || !pane) return
    const focused = document.activeElement
    const onRow = focused?.hasAttribute('data-row') && element.contains(focused)
    cursor.promiseFocus(onRow ? Math.max(1, place) : undefined)
    cursor.move(place)
    const { scrollTop, scrollLeft } = element
    const view = { x: -scrollLeft, y: -scrollTop, zoom: 1 }
    const next = following(view, geometry, pane, place)
    const [top, left] = [Math.max(0, -next.y), Math.max(0, -next.x)]
    const far = Math.abs(top - scrollTop) > 1.5 * pane.height || !shown.current
    const still = far || matchMedia('(prefers-reduced-motion: reduce)').matches
    shown.current = true
    element.scrollTo({ top, left, behavior: still ? 'instant' : 'smooth' })
    if (still) setSeen(coarse(element))
  }, [stage, cursor, geometry, pane, place])
  useEffect(() => {
    const element = stage.current
    if (!element) return undefined
    const onScroll = () => setSeen((old) => same(old, coarse(element)))
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [stage])
  return { ...seen, height: pane?.height ?? 0 }
}

const coarse = ({ scrollTop, scrollLeft }: HTMLElement) => ({
  top: Math.floor(scrollTop / COARSE) * COARSE,
  left: scrollLeft,
})

const same = <Seen extends { top: number; left: number }>(old: Seen, next: Seen): Seen =>
  old.top === next.top && old.left === next.left ? old : next
