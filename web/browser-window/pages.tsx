import type { BrowserView } from '../../engine/browser.ts'
import type { PageInRun } from '../../engine/index.ts'
import styles from './cookies.module.css'

interface PagesProps {
  readonly pages: readonly PageInRun[]
  readonly view: BrowserView
  readonly place: number
  readonly onSelect: (place: number) => void
}

/** Every page that Sam gets to see in this run, and the way there. */
export const Pages = ({ pages, view, place, onSelect }: PagesProps) =>
  pages.length === 0 ? null : (
    <section className={styles['cookies']}>
      <h3 className={styles['heading']}>Pages in this run</h3>
      <ol className={styles['pages']}>
        {pages.map(({ at, title }) => (
          <li key={at}>
            <button
              type="button"
              data-coming={at > place || undefined}
              aria-current={view.shownBy === at && view.window !== 'closed' ? 'step' : undefined}
              onClick={() => onSelect(at)}
            >
              <span className={styles['number']}>{at}</span> {title === '' ? 'a page' : title}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
