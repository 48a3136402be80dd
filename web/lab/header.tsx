import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Scenario } from '../../engine/index.ts'
import { Icon } from '../ui/icon.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import styles from './lab.module.css'

/** The lab's head: the way back, the title, and what concerns the page as a whole. */
export const Header = ({
  scenario,
  edition,
  children,
}: {
  readonly scenario: Scenario
  /** The switches between revisions and registrations. */
  readonly edition: ReactNode
  readonly children: ReactNode
}) => (
  <header className={styles['header']}>
    <Link href="/" className={styles['home']}>
      <span className={styles['arrow']}>
        <Icon name="leave" />
      </span>
      <span className={styles['name']}>Handshake Lab</span>
    </Link>
    <h1 className={styles['title']} tabIndex={-1}>
      {scenario.title}
    </h1>
    {edition}
    <div className={styles['whole']}>
      {children}
      <ThemeSwitch />
    </div>
  </header>
)
