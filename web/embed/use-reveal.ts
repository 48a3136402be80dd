import { useEffect } from 'react'

/** In a frame of some height, brings into its view what the reader has opened below. The page around it does not move. */
export const useReveal = (opened: boolean): void => {
  useEffect(() => {
    const page = document.scrollingElement
    const aside = document.querySelector('aside')
    if (!opened || !aside || !page) return undefined
    // What is opened is loaded first.
    const observer = new ResizeObserver(() => {
      if (aside.offsetHeight < innerHeight / 4) return
      observer.disconnect()
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      // Some of the timeline stays, to close it and to go on.
      const top = aside.offsetTop - innerHeight / 4
      page.scrollTo({ top, behavior: still ? 'instant' : 'smooth' })
    })
    observer.observe(aside)
    return () => observer.disconnect()
  }, [opened])
}
