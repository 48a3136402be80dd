import { partyName } from '../../engine/index.ts'
import styles from './page-link.module.css'

/** The way to the window in which a page is shown. */
export const PageLink = ({
  onPage,
  away,
}: {
  readonly onPage: () => void
  /** Whether it is in another tab. */
  readonly away: boolean
}) => (
  <button type="button" className={styles['link']} onClick={onPage}>
    See the page in {partyName('owner')}’s browser
    {away && <span aria-hidden="true"> ↗</span>}
    {away && <span className="visually-hidden"> (in the lab, in another tab)</span>}
  </button>
)
