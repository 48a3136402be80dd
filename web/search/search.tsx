import { showSearch, useSearchOpen } from '../ui/search-open.ts'
import { SearchDialog } from './dialog.tsx'

/** The search, where somebody has asked for it. */
export const Search = () =>
  useSearchOpen() ? <SearchDialog onClose={() => showSearch(false)} /> : null
