import styles from './panel.module.css'

/** An address for the back of a room: it breaks between its parts, and inside of one only where that is longer than a line. */
export const Address = ({ text }: { readonly text: string }) =>
  text
    .replace(/^https?:\/\//, '')
    .split(/(?<=[&/?#](?![&/?#]))/)
    .map((part, at) => (
      <span key={`${at} ${part}`} className={styles['piece']}>
        {part}
      </span>
    ))
