import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Scenario } from '../../engine/index.ts'
import { Icon } from '../ui/icon.tsx'
import { SearchButton } from '../ui/search-button.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import styles from './header.module.css'

interface HeaderProps {
  readonly scenario: Scenario
  /** The switches between revisions and registrations. */
  readonly edition: ReactNode
  /** What changes the run. */
  readonly whatIf: ReactNode
  /** What concerns the page as a whole: each a link, or a `ToolButton`. */
  readonly children: ReactNode
}

/** The lab's head: the way back, the title, and what concerns the page as a whole. */
export const Header = ({ scenario, edition, whatIf, children }: HeaderProps) => (
  <header className={styles['header']}>
    <Link href="/" className={styles['home']} title="Handshake Lab, all lessons and attacks">
      <Icon name="leave" />
      <span className={styles['name']}>Handshake Lab</span>
    </Link>
    <h1 className={styles['title']} tabIndex={-1}>
      {scenario.title}
    </h1>
    <div className={styles['edition']}>{edition}</div>
    <div className={styles['run']}>{whatIf}</div>
    <div className={styles['tools']}>
      <SearchButton bare />
      {children}
      <ThemeSwitch />
    </div>
  </header>
)

/** The way to both endings of an attack, side by side. */
export const BothEndings = ({ to }: { readonly to: string }) => (
  <Link className={styles['both']} href={to}>
    Both endings
  </Link>
)
