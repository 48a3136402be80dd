import { useEffect, type RefObject } from 'react'

/** A finger that goes this far sideways, in pixels, and this many times less up or down, within this time, swipes. */
const FAR = 56
const STRAIGHT = 2
const SOON = 700

/** What moves sideways itself, or is drawn along. */
const MOVES = 'input, select, textarea, [role="separator"], [data-sideways]'

/** Calls back when a finger swipes over an element: 1 to what comes next, -1 to what came before. */
export const useSwipe = (
  area: RefObject<HTMLElement | null>,
  onSwipe: ((way: 1 | -1) => void) | undefined,
): void => {
  useEffect(() => {
    const element = area.current
    if (!element || !onSwipe) return undefined
    let begun: { x: number; y: number; at: number } | undefined
    const onStart = ({ touches, target, timeStamp }: TouchEvent) => {
      const [touch] = touches
      const alone = touches.length === 1 && touch !== undefined
      const free = target instanceof Element && !target.closest(MOVES) && !movesSideways(target)
      begun = alone && free ? { x: touch.clientX, y: touch.clientY, at: timeStamp } : undefined
    }
    const onEnd = ({ changedTouches: [touch], timeStamp }: TouchEvent) => {
      if (!begun || !touch) return
      const [dx, dy] = [touch.clientX - begun.x, touch.clientY - begun.y]
      const swiped =
        Math.abs(dx) > FAR && Math.abs(dx) > STRAIGHT * Math.abs(dy) && timeStamp - begun.at < SOON
      begun = undefined
      if (swiped && getSelection()?.isCollapsed !== false) onSwipe(dx < 0 ? 1 : -1)
    }
    const options = { passive: true, capture: true }
    element.addEventListener('touchstart', onStart, options)
    element.addEventListener('touchend', onEnd, options)
    return () => {
      element.removeEventListener('touchstart', onStart, options)
      element.removeEventListener('touchend', onEnd, options)
    }
  }, [area, onSwipe])
}

/** Whether something around a place can be scrolled sideways. */
const movesSideways = (from: Element): boolean => {
  for (let at: Element | null = from; at; at = at.parentElement)
    if (
      at.scrollWidth > at.clientWidth + 1 &&
      ['auto', 'scroll'].includes(getComputedStyle(at).overflowX)
    )
      return true
  return false
}
