import type { WireMessage } from '../../engine/index.ts'
import styles from './tamper.module.css'

interface CopyProps {
  readonly message: WireMessage
  readonly original: WireMessage | undefined
  readonly onSelect: (place: number) => void
}

/** Why nothing can be done to a message that comes a second time. */
export const Copy = ({ message, original, onSelect }: CopyProps) => (
  <div className={styles['none']}>
    <p>
      Message {message.id} comes a second time: it is a copy, or the answer to one. A copy is what
      it is, so nothing more is done to it on its way.
    </p>
    {original && (
      <p>
        Change the first one, and its copy is changed with it.{' '}
        <button type="button" className={styles['link']} onClick={() => onSelect(original.id)}>
          Go to message {original.id}
        </button>
      </p>
    )}
  </div>
)
