import { StrictMode, startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { hashPath } from './ui/hash-location.ts'

const app = (
  <StrictMode>
    <App />
  </StrictMode>
)

/** Puts the lab into the page: over the start page, which stands there as it came, or in its place. */
export const mount = (root: HTMLElement): void => {
  if (root.firstChild && hashPath() === '/') {
    // In slices, so that the page, which is there already, can be scrolled meanwhile.
    startTransition(() => void hydrateRoot(root, app))
  } else {
    root.replaceChildren()
    delete root.dataset['written']
    createRoot(root).render(app)
  }
}
