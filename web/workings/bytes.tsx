import styles from './workings.module.css'

/** More bytes than that are counted, not shown. */
const MOST = 160

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')

/** Bytes as they are, in hexadecimal; where they are text, under the characters they stand for. */
export const Bytes = ({
  bytes,
  text = false,
}: {
  readonly bytes: Uint8Array
  readonly text?: boolean
}) => (
  <p className={styles['bytes']} data-text={text || undefined}>
    {[...bytes.subarray(0, MOST)].map((byte, index) => (
      // Bytes have no other name than their place.
      <span key={index} className={styles['byte']}>
        {text && (
          <span className={styles['character']} aria-hidden="true">
            {byte > 32 && byte < 127 ? String.fromCharCode(byte) : '·'}
          </span>
        )}
        {hex(byte)}
      </span>
    ))}
    <span className={styles['count']}>
      {bytes.length > MOST && '… '}
      {bytes.length} {bytes.length === 1 ? 'byte' : 'bytes'}
    </span>
  </p>
)
