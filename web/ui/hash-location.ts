import { useSyncExternalStore } from 'react'
import type { BaseLocationHook } from 'wouter'

// What follows `#` is a path and, after `?`, a query: a static host and a file need to know neither.
const inHash = (): [path: string, query: string] => {
  const text = location.hash.replace(/^#?\/?/, '')
  const at = text.indexOf('?')
  return at < 0 ? [`/${text}`, ''] : [`/${text.slice(0, at)}`, text.slice(at + 1)]
}

/** Calls back whenever somebody changes the hash: by a link, by the history, by hand. */
export const onHashChange = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** Tells whoever listens once more, when what a hash says is understood only now. */
export const hashChanged = (): void => void dispatchEvent(new Event('hashchange'))

/** The path in the hash, at this moment. */
export const hashPath = (): string => inHash()[0]

/** The query in the hash, at this moment. */
export const hashQuery = (): string => inHash()[1]

/** Replaces the hash without a new entry in the history, and without telling anybody. */
export const replaceHash = (hash: string): void => {
  try {
    history.replaceState(history.state, '', `#${hash}`)
  } catch {
    // Browsers limit how often a page may do this; the next step writes the address again.
  }
}

/** Puts a hash on top of the history, without telling anybody. */
export const pushHash = (hash: string): void => {
  try {
    history.pushState(null, '', `#${hash}`)
  } catch {
    // As above.
  }
}

const navigate = (to: string): void => {
  location.hash = to
}

/** The query in the hash, now and from now on. */
export const useHashQuery = (): string => useSyncExternalStore(onHashChange, hashQuery, () => '')

const useHashLocation: BaseLocationHook = () => [
  // A page that is written down before anybody asked for it is the start page.
  useSyncExternalStore(onHashChange, hashPath, () => '/'),
  navigate,
]
useHashLocation.hrefs = (href) => `#${href}`

/** Has wouter keep where the reader is in the hash; its own hook would put the query before the `#`. */
export const hashRouter = { hook: useHashLocation }
