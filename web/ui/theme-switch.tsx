import { useSyncExternalStore } from 'react'
import { Icon } from './icon.tsx'
import { chooseTheme, onTheme, themeNow, themes, type Theme } from './theme.ts'
import styles from './theme-switch.module.css'

/** Chooses between the system's theme, light and dark: the sign of the chosen one, with the list behind it. */
export const ThemeSwitch = () => {
  // In a page that is only written down yet, nobody has chosen.
  const chosen = useSyncExternalStore(onTheme, themeNow, () => 'auto' as const)
  return (
    <label className={styles['list']} title={`Theme: ${chosen}`}>
      <Icon name={chosen} />
      <select
        aria-label="Theme"
        value={chosen}
        onChange={({ currentTarget }) => chooseTheme(currentTarget.value as Theme)}
      >
        {themes.map((theme) => (
          <option key={theme}>{theme}</option>
        ))}
      </select>
    </label>
  )
}
