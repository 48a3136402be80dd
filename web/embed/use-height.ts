import { useEffect, useState, type RefObject } from 'react'
import { EMBED_HEIGHT } from '../element/options.ts'
import type { Host } from './host.ts'

/**
 * Tells the page around the embed how high all of it is, as often as that changes. Whether that page makes the frame so high
 * comes back.
 */
export const useHeight = (root: RefObject<HTMLElement | null>, host: Host): boolean => {
  const [sized, setSized] = useState(false)
  useEffect(() => host.on('hello', ({ sizes }) => setSized(sizes === true)), [host])
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    let told = 0
    const measure = () => {
      const screen = element.querySelector<HTMLElement>('[data-screen]')
      // What fills a frame of some height has no height of its own to count.
      const filling = screen?.offsetHeight || element.offsetHeight
      const fills = !sized && element.dataset['figure'] !== undefined
      const height = Math.ceil(element.scrollHeight - (fills ? filling - EMBED_HEIGHT : 0))
      if (height === told || height <= 0) return
      told = height
      host.tell({ type: 'height', height })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [root, host, sized])
  return sized
}
