import { use } from 'react'
import { useShownTheme } from '../ui/use-shown-theme.ts'
import { exportsLoaded, shownRun, type Chosen } from './shown-run.ts'
import type { Played } from './use-played.ts'
import { titleOf } from './wish.ts'
import styles from './preview.module.css'

/** The run as a picture that does not move. */
export const Still = ({ played, ...run }: Chosen & { readonly played: Played | undefined }) => {
  const { pictureOf, settingInWords } = use(exportsLoaded())
  const theme = useShownTheme()
  if (!played) return <div className={styles['ground']} aria-busy />
  const { title } = run.scenario
  const shown = shownRun(run, played)
  const svg = pictureOf({ ...shown, theme, title, subtitle: settingInWords(shown) })
  return (
    // Whoever uses the keyboard scrolls it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['ground']} tabIndex={0} aria-label="The picture">
      <img
        className={styles['still']}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        alt={titleOf(run.scenario)}
      />
    </section>
  )
}
