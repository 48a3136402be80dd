import { useCallback, useState } from 'react'
import type { Pane } from './view.ts'

/** The size of an element, from when it is there; first what to hang on it. */
export const usePane = () => {
  const [pane, setPane] = useState<Pane>()
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const read = () => {
      const { clientWidth: width, clientHeight: height } = element
      setPane((old) => (old?.width === width && old.height === height ? old : { width, height }))
    }
    // At once, so that nothing is painted in another width first.
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [measure, pane] as const
}
