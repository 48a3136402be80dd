import { partyName } from '../../engine/index.ts'
import styles from './page-link.module.css'

/** The way to the window in which a page is shown. */
export const PageLink = ({ onPage }: { readonly onPage: () => void }) => (
  <button type="button" className={styles['link']} onClick={onPage}>
    See the page in {partyName('owner')}’s browser
  </button>
)
