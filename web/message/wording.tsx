import { curlOf, messageText, type WireMessage } from '../../engine/index.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import styles from './message.module.css'

/** The message as it was sent, character by character, to read and to copy. */
export const Wording = ({ message }: { readonly message: WireMessage }) => {
  const text = messageText(message)
  const curl = curlOf(message)
  return (
    <section className={styles['group']}>
      <div className={styles['copies']}>
        <h3 className={styles['where']}>As it was sent</h3>
        <CopyButton text={text}>Copy text</CopyButton>
        {curl !== undefined && <CopyButton text={curl}>Copy as curl</CopyButton>}
      </div>
      <details className={styles['wording']}>
        <summary>Show the raw text</summary>
        <pre>{text}</pre>
      </details>
    </section>
  )
}
