import { useEffect } from 'react'

const EDITABLE = 'input, select, textarea, [contenteditable]'
const ACTIVATED_BY_SPACE = `${EDITABLE}, button, summary, a, [role='tab'], [role='button']`

// Until what a key did is on the screen. Whoever holds a key down on a slow machine wants to stop where it is let go.
let unseen = false

const seenSoon = () => {
  unseen = true
  requestAnimationFrame(() => setTimeout(() => (unseen = false)))
}

/** Calls `actions[key]` for keys pressed anywhere on the page, except where the key already means something. */
export const useKeys = (actions: Readonly<Record<string, () => void>>): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const action = actions[event.key]
      const { target } = event
      if (!action || !(target instanceof Element)) return
      if (target.closest(event.key === ' ' ? ACTIVATED_BY_SPACE : EDITABLE)) return
      // Whoever is in a panel over the page does not mean what is behind it.
      if (target.closest('[popover], dialog')) return
      event.preventDefault()
      if (event.repeat && (unseen || event.key === ' ')) return
      seenSoon()
      action()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [actions])
}
