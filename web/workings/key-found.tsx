import { keyNamedBy, type Expected } from '../../engine/workings.ts'
import styles from './workings.module.css'

interface KeyFoundProps {
  readonly token: string
  readonly expected: Expected
  readonly onSelect: (place: number) => void
}

/** The published key that a token names, and the message that brought it. */
export const KeyFound = ({ token, expected, onSelect }: KeyFoundProps) => {
  const key = keyNamedBy(token, expected)
  const { keysFrom } = expected
  const source = keysFrom ? (
    <>
      the key set in{' '}
      <button type="button" className={styles['link']} onClick={() => onSelect(keysFrom.id)}>
        message {keysFrom.id}
      </button>
    </>
  ) : (
    'the keys that the authorization server publishes'
  )
  return key ? (
    <p>
      <code>{key.kid}</code>, for <code>{key.alg}</code> and nothing else, from {source}.
    </p>
  ) : (
    <p className={styles['problem']}>None: {source} has no key of this name.</p>
  )
}
