import { Link, useLocation } from 'wouter'
import { otherPages } from './other-pages.ts'
import { SearchButton } from './search-button.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import styles from './page-head.module.css'

interface PageHeadProps {
  /** Whether it stands over the start page, whose heading the name then is. */
  readonly start?: boolean
}

/** The head of every page but the lab: home, the other pages, the search, the theme. */
export const PageHead = ({ start = false }: PageHeadProps) => {
  const [path] = useLocation()
  return (
    <header className={styles['head']}>
      {start ? (
        <h1 className={styles['name']} tabIndex={-1}>
          Handshake Lab
        </h1>
      ) : (
        <p className={styles['name']}>
          <Link href="/">Handshake Lab</Link>
        </p>
      )}
      <nav className={styles['pages']} aria-label="Pages">
        {otherPages.map(({ href, name }) => (
          <a
            key={href}
            href={href}
            aria-current={`${path}/`.startsWith(`${href.slice(1)}/`) ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      <SearchButton bare />
      <ThemeSwitch />
    </header>
  )
}
