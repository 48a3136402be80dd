import { MOST_QR_BYTES, qrOf, qrSvg } from './qr.ts'
import styles from './qr-code.module.css'

interface QrCodeProps {
  /** A whole address, or a code. */
  readonly text: string
  /** What it is, as the end of “QR code: …”. */
  readonly title: string
}

/** A text as a QR code, black on white in either theme, for readers expect it so; or why it is none. */
export const QrCode = ({ text, title }: QrCodeProps) => {
  const picture = qrOf(text)
  if (!picture)
    return (
      <p className={styles['none']}>
        It has more than {MOST_QR_BYTES.toLocaleString('en')} bytes, and no QR code holds that. Send
        it as text.
      </p>
    )
  const name = `QR code: ${title}`
  return (
    <img
      className={styles['code']}
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrSvg(picture, name))}`}
      alt={name}
    />
  )
}
