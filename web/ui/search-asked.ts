// It stands in what a page loads first, so that no key is lost that is pressed while the rest is still on its way.

let asked = false
const listeners = new Set<() => void>()

/** Opens the search over the page, or closes it. It opens as soon as it is loaded. */
export const showSearch = (wanted: boolean): void => {
  asked = wanted
  for (const listener of listeners) listener()
}

/** Whether somebody wants to see the search. */
export const isSearchAsked = (): boolean => asked

/** Calls back whenever that changes; gives back what ends it. */
export const onSearchAsked = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const EDITABLE =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), select, textarea, [contenteditable]'

const opens = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.altKey) return false
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k' && !event.shiftKey
  return event.key === '/' && !(event.target instanceof Element && event.target.closest(EDITABLE))
}

/** Has `/` open the search wherever nobody is typing, and Ctrl or Cmd with K everywhere; but not in the page of somebody else. */
export const hearSearchKeys = (): void =>
  document.addEventListener('keydown', (event) => {
    if (!opens(event) || /^#\/?embed([?/]|$)/i.test(location.hash)) return
    event.preventDefault()
    showSearch(true)
  })
