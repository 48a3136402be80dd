import { useSyncExternalStore } from 'react'
import { isSearchAsked, onSearchAsked, showSearch } from './search-asked.ts'

export { showSearch }

/** Whether the search lies over the page. */
export const useSearchOpen = (): boolean =>
  useSyncExternalStore(onSearchAsked, isSearchAsked, () => false)
