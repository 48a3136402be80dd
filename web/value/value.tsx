import { pin, release, useLitText, usePinned } from './lighting.ts'
import { useLog } from './lit.ts'
import { useLookedAt } from './use-looked-at.ts'
import styles from './value.module.css'

interface ValueProps {
  readonly value: string
  /** What is shown of it; left out: all. */
  readonly shown?: string
}

/** A value that lights up wherever else it appears: under the pointer, by the keyboard, and, pressed, until Escape. */
export const Value = ({ value, shown = value }: ValueProps) => {
  const log = useLog()
  const lit = useLitText(value)
  const pinned = usePinned(value)
  return (
    <button
      type="button"
      className={styles['value']}
      data-lit={lit}
      aria-pressed={pinned}
      title={shown === value ? undefined : value}
      onClick={() => (pinned ? release(value) : pin(value, log))}
      {...useLookedAt(value, log)}
    >
      {shown}
    </button>
  )
}
