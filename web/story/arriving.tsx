import { useLayoutEffect, useRef, type ReactNode } from 'react'

interface ArrivingProps {
  /** Whether it is what the reader should see now. */
  readonly latest: boolean
  /** Called when something stands in it that did not before. */
  readonly onArrival: () => void
  readonly children: ReactNode
}

/** A place in the story whose content may still have to be loaded. */
export const Arriving = ({ latest, onArrival, children }: ArrivingProps) => {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = place.current
    if (!element || element.offsetHeight > 0) return undefined
    const observer = new ResizeObserver(() => {
      if (element.offsetHeight === 0) return
      observer.disconnect()
      onArrival()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [onArrival])
  return (
    <div ref={place} data-latest={latest || undefined}>
      {children}
    </div>
  )
}
