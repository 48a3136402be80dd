import { useState, type ReactNode } from 'react'
import styles from './copy-button.module.css'

type State = 'idle' | 'copied' | 'failed'

/** Puts a text on the clipboard, and says whether that worked. */
export const CopyButton = ({
  text,
  children,
}: {
  readonly text: string
  readonly children: ReactNode
}) => {
  const [state, setState] = useState<State>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
    setTimeout(() => setState('idle'), 2_000)
  }
  return (
    <button type="button" className={styles['copy']} onClick={() => void copy()}>
      <span aria-live="polite">
        {state === 'idle' ? children : state === 'copied' ? 'Copied' : 'Not allowed here'}
      </span>
    </button>
  )
}
