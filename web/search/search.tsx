import { useEffect } from 'react'
import { showSearch, useSearchOpen } from '../ui/search-open.ts'
import { SearchDialog } from './dialog.tsx'

const EDITABLE =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), select, textarea, [contenteditable]'

const opens = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.altKey) return false
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k' && !event.shiftKey
  return event.key === '/' && !(event.target instanceof Element && event.target.closest(EDITABLE))
}

/** The search, which `/` opens wherever nobody is typing, and Ctrl or Cmd with K everywhere. */
export const Search = () => {
  const open = useSearchOpen()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!opens(event)) return
      event.preventDefault()
      showSearch(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return open ? <SearchDialog onClose={() => showSearch(false)} /> : null
}
