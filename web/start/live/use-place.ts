import { useEffect, useReducer, useState, type RefObject } from 'react'
import type { Glance, RunAtAGlance } from '../../../engine/glance.ts'
import { SHOWN_AT_FIRST } from './use-live.ts'

/** How long it stays at the end before it begins again, in milliseconds. */
const AT_THE_END = 7_000

/** How long a message is shown, in milliseconds: as long as it takes to read what is said of it. */
const timeFor = ({ says, check }: Glance): number =>
  1_100 + 28 * says.length + (check ? 12 * check.says.length : 0)

interface Standing {
  readonly place: number
  readonly playing: boolean
}

/** Where in the run the view stands, and what moves it. Holds while somebody is about to click, or cannot see it. */
export const usePlace = (
  { messages }: RunAtAGlance,
  here: boolean,
  seen: RefObject<HTMLElement | null>,
) => {
  const [{ place, playing }, go] = useReducer(
    (now: Standing, change: Partial<Standing>): Standing => ({ ...now, ...change }),
    { place: SHOWN_AT_FIRST, playing: false },
  )
  const [held, hold] = useState(false)
  const visible = useVisible(seen)
  useEffect(() => {
    if (here && !matchMedia('(prefers-reduced-motion: reduce)').matches) go({ playing: true })
  }, [here])
  const message = messages[place - 1]!
  const last = place >= messages.length
  useEffect(() => {
    if (!playing || held || !visible) return undefined
    const next = () => go({ place: last ? 1 : place + 1 })
    const timer = setTimeout(next, last ? AT_THE_END : timeFor(message))
    return () => clearTimeout(timer)
  }, [playing, held, visible, last, place, message])
  return {
    place,
    message,
    playing,
    seek: (to: number) => go({ place: Math.max(1, Math.min(messages.length, to)), playing: false }),
    play: () => go({ playing: true, ...(last && { place: 1 }) }),
    pause: () => go({ playing: false }),
    hold,
  }
}

/** Whether an element can be seen: it is in the window, and the window in front. */
const useVisible = (element: RefObject<HTMLElement | null>): boolean => {
  const [inView, setInView] = useState(true)
  const [inFront, setInFront] = useState(true)
  useEffect(() => {
    const onChange = () => setInFront(!document.hidden)
    document.addEventListener('visibilitychange', onChange)
    const observer = new IntersectionObserver((entries) =>
      setInView(entries.some(({ isIntersecting }) => isIntersecting)),
    )
    if (element.current) observer.observe(element.current)
    return () => {
      document.removeEventListener('visibilitychange', onChange)
      observer.disconnect()
    }
  }, [element])
  return inView && inFront
}
