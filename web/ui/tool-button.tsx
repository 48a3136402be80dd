import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon.tsx'
import styles from './tool-button.module.css'

interface ToolButtonProps extends Omit<
  ComponentProps<'button'>,
  'type' | 'className' | 'children'
> {
  readonly icon: IconName
  /** What it does; beside its sign where there is room, and in its tip. */
  readonly name: string
  /** The key that does the same. */
  readonly shortcut?: string
  /** Whether only the sign is seen, however much room there is. */
  readonly bare?: boolean
}

/** A button in the head of a page: a sign, and its name where there is room. */
export const ToolButton = ({ icon, name, shortcut, bare, ...rest }: ToolButtonProps) => (
  <button
    type="button"
    className={styles['tool']}
    data-bare={bare || undefined}
    title={shortcut === undefined ? name : `${name} (${shortcut})`}
    aria-keyshortcuts={shortcut}
    {...rest}
  >
    <Icon name={icon} />
    <span className={styles['name']}>{name}</span>
  </button>
)
