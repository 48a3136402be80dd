import { useState } from 'react'
import { chooseTheme, storedTheme, themes, type Theme } from './theme.ts'
import styles from './theme-switch.module.css'

/** Chooses between the system's theme, light and dark: a row of words, or a list where there is little room. */
export const ThemeSwitch = () => {
  const [chosen, setChosen] = useState(storedTheme)
  const choose = (theme: Theme) => {
    setChosen(theme)
    chooseTheme(theme)
  }
  return (
    <>
      <fieldset className={styles['switch']}>
        <legend className="visually-hidden">Theme</legend>
        {themes.map((theme) => (
          <label key={theme} className={styles['choice']}>
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={theme === chosen}
              onChange={() => choose(theme)}
            />
            <span>{theme}</span>
          </label>
        ))}
      </fieldset>
      <select
        className={styles['list']}
        aria-label="Theme"
        value={chosen}
        onChange={({ currentTarget }) => choose(currentTarget.value as Theme)}
      >
        {themes.map((theme) => (
          <option key={theme}>{theme}</option>
        ))}
      </select>
    </>
  )
}
