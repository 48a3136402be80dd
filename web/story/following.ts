import { useCallback, useEffect, useRef, type RefObject } from 'react'

/**
 * Keeps what was told last in view: whenever more was reached, and when some of it arrives late. What a bet gives free at
 * the place where one stands leaves the reader at the bet.
 */
export const useFollowing = (
  reached: string,
  hides: boolean,
): readonly [RefObject<HTMLDivElement | null>, () => void] => {
  const scroller = useRef<HTMLDivElement>(null)
  const followed = useRef('')
  const hidden = useRef(hides)
  const revealed = useRef<string>(undefined)

  useEffect(() => {
    if (hidden.current && !hides && followed.current === reached) revealed.current = reached
    hidden.current = hides
    if (followed.current === reached) return
    const first = followed.current === ''
    followed.current = reached
    showLatest(scroller.current)
    // Until the fonts have come, every line has another length.
    if (first) void document.fonts.ready.then(() => showLatest(scroller.current))
  }, [reached, hides])

  const onArrival = useCallback(() => {
    if (revealed.current !== followed.current) showLatest(scroller.current)
  }, [])
  return [scroller, onArrival]
}

/** Room over what is too tall for its pane. */
const MARGIN = 20

const showLatest = (pane: HTMLElement | null): void => {
  const passage = [...(pane?.querySelectorAll<HTMLElement>('[data-latest]') ?? [])].at(-1)
  if (!pane || !passage) return
  const room = pane.clientHeight - passage.offsetHeight
  pane.scrollTop = passage.offsetTop - Math.max(MARGIN, room / 2)
}
