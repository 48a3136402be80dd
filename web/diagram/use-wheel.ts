import { useEffect, type RefObject } from 'react'
import { useReactFlow } from '@xyflow/react'
import type { Geometry } from './geometry.ts'
import { within, type Pane } from './view.ts'

/** A wheel that went to the page stays with the page for this long, in milliseconds: one gesture, one target. */
const GESTURE = 250

/**
 * The plain wheel and a single finger belong to the page for as long as it can move that way; only where it cannot, they
 * move the figure. In a frame they always belong to the page around it.
 */
export const useWheel = (
  stage: RefObject<HTMLDivElement | null>,
  geometry: Geometry,
  pane: Pane,
) => {
  const flow = useReactFlow()
  useEffect(() => {
    const element = stage.current
    if (!element) return undefined
    let leftToPage = -Infinity
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey) return
      const step = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
      const delta = (sideways ? event.deltaX || event.deltaY : event.deltaY) * step
      const pageMoves = !sideways && canPageMove(element, delta)
      if (pageMoves || event.timeStamp - leftToPage < GESTURE) {
        if (!sideways) leftToPage = event.timeStamp
        return
      }
      const view = flow.getViewport()
      const moved = sideways ? { ...view, x: view.x - delta } : { ...view, y: view.y - delta }
      const next = within(moved, geometry, pane)
      if (next.x === view.x && next.y === view.y) return
      event.preventDefault()
      void flow.setViewport(next)
    }
    const onTouch = (event: TouchEvent) => {
      const pageMoves = canPageMove(element, 1) || canPageMove(element, -1)
      if (event.touches.length === 1 && pageMoves) event.stopPropagation()
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('touchstart', onTouch, { capture: true, passive: true })
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('touchstart', onTouch, { capture: true })
    }
  }, [flow, stage, geometry, pane])
}

/** Whether anything around the figure can still scroll up (negative) or down. */
const canPageMove = (from: Element, delta: number): boolean => {
  if (window.parent !== window) return true
  for (let at = from.parentElement; at; at = at.parentElement) {
    const scrolls = at === document.scrollingElement || isScroller(at)
    const left = delta < 0 ? at.scrollTop : at.scrollHeight - at.clientHeight - at.scrollTop
    if (scrolls && left > 1) return true
  }
  return false
}

const isScroller = (element: Element): boolean =>
  ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)
