import { CopyButton } from '../ui/copy-button.tsx'
import styles from './snippet.module.css'

interface TextProps {
  /** What it is. */
  readonly name: string
  readonly children: string
}

/** What is to be copied, and the button that does it. */
export const Text = ({ name, children }: TextProps) => (
  <div className={styles['box']}>
    {/* Whoever uses the keyboard scrolls it. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <section className={styles['text']} tabIndex={0} aria-label={name}>
      <pre>{children}</pre>
    </section>
    <CopyButton text={children}>Copy</CopyButton>
  </div>
)
