import { qrOf, qrSvg } from '../workshop/qr.ts'
import styles from './course.module.css'

/** A text as a QR code, dark on light in both themes: readers expect it so. */
export const QrCode = ({ text, title }: { readonly text: string; readonly title: string }) => {
  const picture = qrOf(text)
  if (!picture) return <p className={styles['soft']}>This is too long for a QR code.</p>
  const svg = qrSvg(picture, title)
  return (
    <img
      className={styles['qr']}
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
      alt={title}
    />
  )
}
