import { labelOf, type WireMessage } from '../../engine/index.ts'
import { Party } from '../text/party.tsx'
import styles from './timeline.module.css'

/** The current message in one line, for where the diagram is not in view. The live region says it to those who listen. */
export const Caption = ({ message }: { readonly message: WireMessage | undefined }) => (
  <p className={styles['caption']} aria-hidden="true">
    {message ? (
      <>
        <Party id={message.from} /> → <Party id={message.to} />
        <code>{labelOf(message)}</code>
      </>
    ) : (
      'Nothing has been sent yet.'
    )}
  </p>
)
