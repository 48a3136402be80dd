import type { ReactNode } from 'react'
import { RichText } from '../text/rich-text.tsx'
import styles from './workings.module.css'

/** One step of a computation: what is done, and what it comes to. */
export const Step = ({
  name,
  problem,
  children,
}: {
  readonly name: ReactNode
  readonly problem?: string | undefined
  readonly children: ReactNode
}) => (
  <li className={styles['step']}>
    <p className={styles['name']}>{name}</p>
    {children}
    {problem !== undefined && problem !== '' && (
      <p className={styles['problem']}>
        <RichText text={problem} />
      </p>
    )}
  </li>
)

/** The numbered steps of a computation; changed, it can be put back to what the run had. */
export const Steps = ({
  changed,
  onRestore,
  children,
}: {
  readonly changed: boolean
  readonly onRestore: () => void
  readonly children: ReactNode
}) => (
  <div className={styles['working']}>
    <ol className={styles['steps']}>{children}</ol>
    <button type="button" className={styles['restore']} disabled={!changed} onClick={onRestore}>
      {changed ? 'Back to what this run had' : 'As this run had it'}
    </button>
  </div>
)
