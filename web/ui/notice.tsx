import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './notice.module.css'

interface NoticeProps {
  readonly title: string
  readonly children: ReactNode
  readonly onDismiss?: () => void
}

/** A few words on something that is not as it should be. */
export const Notice = ({ title, children, onDismiss }: NoticeProps) => (
  <div className={styles['notice']} aria-live="polite">
    <div>
      <strong className={styles['title']}>{title}</strong> {children}
    </div>
    {onDismiss && (
      <button type="button" aria-label="Dismiss" onClick={onDismiss}>
        <Icon name="remove" />
      </button>
    )}
  </div>
)
