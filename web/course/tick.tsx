import { Icon } from '../ui/icon.tsx'
import styles from './steps.module.css'

/** Whether a step is done, as a sign and in words. */
export const Tick = ({ done }: { readonly done: boolean }) =>
  done ? (
    <span className={styles['tick']}>
      <Icon name="obeyed" />
      <span className="visually-hidden">done</span>
    </span>
  ) : (
    <span className={styles['open']}>
      <span className="visually-hidden">open</span>
    </span>
  )
