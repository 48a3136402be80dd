import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Where the keyboard goes when a control of the story has done its work and is gone: on to the next one, or to the heading
 * of what has come in its place. Whatever may be gone to says so with `data-arrival`; the last of them is meant.
 */
export const useArrival = (
  pane: RefObject<HTMLElement | null>,
): { readonly onUsed: () => void; readonly arrive: () => void } => {
  const used = useRef(false)
  const arrive = useCallback(() => {
    const active = document.activeElement
    // A control that is switched off keeps the focus until the next frame.
    const gone = active === document.body || active?.matches(':disabled')
    if (!used.current || !pane.current || !gone) return
    const target = [...pane.current.querySelectorAll<HTMLElement>('[data-arrival]')].at(-1)
    if (!target) return
    used.current = false
    target.focus({ preventScroll: true })
  }, [pane])
  const onUsed = useCallback(() => void (used.current = true), [])
  useLayoutEffect(() => {
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !pane.current?.contains(target)) used.current = false
    }
    document.addEventListener('focusin', elsewhere)
    document.addEventListener('pointerdown', elsewhere)
    return () => {
      document.removeEventListener('focusin', elsewhere)
      document.removeEventListener('pointerdown', elsewhere)
    }
  }, [pane])
  // Any change may have taken the control away.
  useLayoutEffect(arrive)
  return { onUsed, arrive }
}
