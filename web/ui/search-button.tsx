import { showSearch } from './search-open.ts'
import { ToolButton } from './tool-button.tsx'

/** Opens the search over everything that the lab knows. */
export const SearchButton = ({ bare = false }: { readonly bare?: boolean }) => (
  <ToolButton
    icon="search"
    name="Search"
    shortcut="/"
    bare={bare}
    onClick={() => showSearch(true)}
  />
)
