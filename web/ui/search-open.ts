import { useSyncExternalStore } from 'react'

let open = false
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Opens the search over the page, or closes it. It opens as soon as it is loaded. */
export const showSearch = (wanted: boolean): void => {
  open = wanted
  for (const listener of listeners) listener()
}

/** Whether the search lies over the page. */
export const useSearchOpen = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => open,
    () => false,
  )
