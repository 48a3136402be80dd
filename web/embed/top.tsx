import styles from './embed.module.css'

/** What is shown, and the way into the lab. */
export const Top = ({ title, lab }: { readonly title: string; readonly lab: string }) => (
  <header className={styles['top']}>
    <h1 className={styles['title']}>{title}</h1>
    <a className={styles['lab']} href={lab} target="_blank" rel="noreferrer">
      Open in the lab
      <span aria-hidden="true"> ↗</span>
    </a>
  </header>
)
