import styles from './embed.module.css'

interface TopProps {
  readonly title: string
  readonly summary: string
  readonly lab: string
}

/** What is shown, in a sentence, and the way into the lab. */
export const Top = ({ title, summary, lab }: TopProps) => (
  <header className={styles['top']}>
    <h1 className={styles['title']}>{title}</h1>
    <p className={styles['summary']}>{summary}</p>
    <a className={styles['lab']} href={lab} target="_blank" rel="noreferrer">
      Open in the lab
      <span aria-hidden="true"> ↗</span>
    </a>
  </header>
)
