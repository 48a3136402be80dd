import { qrOf } from '../workshop/qr.ts'
import styles from './course.module.css'

/** A text as a QR code, dark on light in both themes: readers expect it so. */
export const QrCode = ({ text, title }: { readonly text: string; readonly title: string }) => {
  const picture = qrOf(text)
  if (!picture) return <p className={styles['soft']}>This is too long for a QR code.</p>
  const { size, path } = picture
  return (
    <svg
      className={styles['qr']}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={title}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
