import { MOST_QR_BYTES, qrOf } from './qr.ts'
import styles from './qr-code.module.css'

interface QrCodeProps {
  /** The whole address. */
  readonly link: string
  /** What it leads to. */
  readonly title: string
}

/** A link as a QR code, black on white in either theme; or why it is none. */
export const QrCode = ({ link, title }: QrCodeProps) => {
  const picture = qrOf(link)
  if (!picture)
    return (
      <p className={styles['none']}>
        The link has more than {MOST_QR_BYTES.toLocaleString('en')} bytes, and no QR code holds it.
        Send it as text, or take a course whose steps need not be named one by one.
      </p>
    )
  return (
    <svg
      className={styles['code']}
      viewBox={`0 0 ${picture.size} ${picture.size}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no image of a file: it is drawn here
      role="img"
      aria-label={`QR code: ${title}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${picture.size}v${picture.size}H0z`} />
      <path fill="#000" d={picture.path} />
    </svg>
  )
}
