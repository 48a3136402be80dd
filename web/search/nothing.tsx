import { askForFile } from '../ui/file-asked.ts'
import styles from './dialog.module.css'

const EXAMPLES = [
  'audience',
  'redirect_uri',
  'refresh token',
  'invalid_grant',
  'who is Mallory',
  'RFC 7636',
] as const

interface AskProps {
  readonly onAsk: (text: string) => void
}

/** Before anything is asked. */
export const Start = ({ onAsk }: AskProps) => (
  <div className={styles['hint']}>
    <p>
      Lessons and attacks, parameters, checks, error codes, clauses and plain words: each leads to
      where it is seen.
    </p>
    <Words words={EXAMPLES} onAsk={onAsk} />
    <p className={styles['ways']}>
      <a href="#/glossary">The glossary</a>
      <a href="#/checklist">What you have to implement</a>
      <a href="#/go">Go to a code</a>
      <button type="button" onClick={askForFile}>
        A run from a file …
      </button>
    </p>
  </div>
)

/** Until what there is to find has been loaded. */
export const Loading = () => (
  <div className={styles['hint']}>
    <p>Looking …</p>
  </div>
)

/** When what there is to find could not be loaded. */
export const Unloaded = () => (
  <div className={styles['hint']}>
    <p>
      The search could not be loaded. Is the server that this page came from still there? Reload the
      page to try again.
    </p>
  </div>
)

/** When nothing was found: what is spelt alike, and where else to look. */
export const Nothing = ({
  text,
  alike: words,
  onAsk,
}: AskProps & { readonly text: string; readonly alike: readonly string[] }) => {
  return (
    <div className={styles['hint']}>
      <p>
        Nothing in the lab is called <q>{text.trim().slice(0, 60)}</q>.
      </p>
      {words.length > 0 && (
        <>
          <p>Did you mean one of these?</p>
          <Words words={words} onAsk={onAsk} />
        </>
      )}
      <p className={styles['ways']}>
        <a href="#/glossary">Every word, in the glossary</a>
        <a href="#/">Every lesson and attack</a>
      </p>
    </div>
  )
}

const Words = ({ words, onAsk }: AskProps & { readonly words: readonly string[] }) => (
  <ul className={styles['words']}>
    {words.map((word) => (
      <li key={word}>
        <button type="button" onClick={() => onAsk(word)}>
          {word}
        </button>
      </li>
    ))}
  </ul>
)
