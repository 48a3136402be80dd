import { save } from '../ui/save.ts'
import { exportsLoaded, shownRun, type Chosen } from './shown-run.ts'
import type { Played } from './use-played.ts'
import styles from './snippet.module.css'

interface OwnPicturesProps extends Chosen {
  readonly played: Played | undefined
  /** How the text that is copied calls them. */
  readonly name: (theme: 'light' | 'dark') => string
}

/** The pictures of a choice that the build has written none of: its author keeps them beside the page. */
export const OwnPictures = ({ played, name, ...run }: OwnPicturesProps) => {
  const onSave = async (theme: 'light' | 'dark') => {
    if (!played) return
    const { pictureOf, settingInWords } = await exportsLoaded()
    const shown = shownRun(run, played)
    const { title } = run.scenario
    const svg = pictureOf({ ...shown, theme, title, subtitle: settingInWords(shown) })
    save(new Blob([svg], { type: 'image/svg+xml' }), name(theme))
  }
  return (
    <div className={styles['own']}>
      <p>
        Where the lab is hosted there are pictures of every story as it is told, and of this choice
        there is none. Save them, and keep them beside your page:
      </p>
      {(['light', 'dark'] as const).map((theme) => (
        <button key={theme} type="button" disabled={!played} onClick={() => void onSave(theme)}>
          {name(theme)}
        </button>
      ))}
    </div>
  )
}
