import { useSyncExternalStore } from 'react'
import { onTheme, themeNow } from './theme.ts'
import { useMedia } from './use-media.ts'

/** The theme that is seen, now and from now on: the one that was chosen, or the system’s. */
export const useShownTheme = (): 'light' | 'dark' => {
  const chosen = useSyncExternalStore(onTheme, themeNow)
  const dark = useMedia('(prefers-color-scheme: dark)')
  return chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen
}
