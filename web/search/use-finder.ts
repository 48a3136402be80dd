import { useEffect, useState } from 'react'
import type * as finding from './find.ts'

/** What finds. */
export type Finder = typeof finding

// Nearly all that there is to find is text, so it is loaded when somebody first looks for something, and kept.
let loaded: Promise<Finder> | undefined
const load = (): Promise<Finder> => {
  loaded ??= import('./find.ts')
  // What failed can be tried again.
  loaded.catch(() => (loaded = undefined))
  return loaded
}

/** Loads what there is to find. */
export const useFinder = (): { readonly finder: Finder | undefined; readonly failed: boolean } => {
  const [finder, setFinder] = useState<Finder>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let wanted = true
    load().then(
      (it) => wanted && setFinder(it),
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
    }
  }, [])
  return { finder, failed }
}
