import type { BrowserView } from '../../engine/browser.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './browser-window.module.css'

interface TitleBarProps {
  readonly view: BrowserView
  readonly onClose: () => void
}

/** The top of the window: what the page is called, and the way to be rid of it. */
export const TitleBar = ({ view: { window, shown, asks }, onClose }: TitleBarProps) => (
  <header className={styles['top']}>
    <p className={styles['tab']}>
      {window === 'unopened' || window === 'closed' ? 'Browser' : shown?.title || 'New window'}
    </p>
    <button
      type="button"
      className={styles['close']}
      aria-label="Close the window"
      title="Close the window"
      disabled={!asks}
      onClick={onClose}
    >
      <Icon name="remove" />
    </button>
  </header>
)
