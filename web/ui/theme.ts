/** The themes a reader may choose; `auto` follows the system. */
export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const KEY = 'handshake-lab.theme'

/** The theme chosen last time. Where storage is out of reach, or holds something else, `auto`. */
export const storedTheme = (): Theme => {
  try {
    const stored = localStorage.getItem(KEY)
    return themes.find((theme) => theme === stored) ?? 'auto'
  } catch {
    return 'auto'
  }
}

/** Shows the page in a theme. */
export const applyTheme = (theme: Theme): void => {
  const { dataset } = document.documentElement
  if (theme === 'auto') delete dataset['theme']
  else dataset['theme'] = theme
}

let chosen: Theme | undefined
const listeners = new Set<() => void>()

/** The theme that is shown. */
export const themeNow = (): Theme => (chosen ??= storedTheme())

/** Calls back whenever another theme is chosen, here or in another tab. */
export const onTheme = (listener: () => void): (() => void) => {
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== KEY && key !== null) return
    chosen = storedTheme()
    applyTheme(chosen)
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', onStorage)
  }
}

/** Shows the page in a theme, and does so next time where storage allows it. */
export const chooseTheme = (theme: Theme): void => {
  chosen = theme
  applyTheme(theme)
  for (const listener of listeners) listener()
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Private windows and sandboxed frames have no storage: the choice lasts as long as the page.
  }
}
