import { StrictMode, startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { App } from './app.tsx'
import { hashPath } from './ui/hash-location.ts'
import { applyTheme, storedTheme } from './ui/theme.ts'

applyTheme(storedTheme())
const root = document.getElementById('root')
const app = (
  <StrictMode>
    <App />
  </StrictMode>
)
if (root?.firstChild && hashPath() === '/') {
  // In slices, so that the page, which is there already, can be scrolled meanwhile.
  startTransition(() => void hydrateRoot(root, app))
} else if (root) {
  // The start page stands in the page as it came; this is another one.
  root.replaceChildren()
  delete root.dataset['written']
  createRoot(root).render(app)
}
