import newQrCode from 'qrcode-generator'
import { escaped } from './xml.ts'

/** A QR code as one path of an SVG: its width and height in modules, the quiet zone of four on each side included. */
export interface QrPicture {
  readonly size: number
  readonly path: string
}

/** More bytes than this no QR code holds, at the level of error correction that is asked for here. */
export const MOST_QR_BYTES = 2331

const QUIET = 4

/** A text as a QR code of level M; undefined where it is too long for one. */
export const qrOf = (text: string): QrPicture | undefined => {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length === 0 || bytes.length > MOST_QR_BYTES) return undefined
  const code = newQrCode(0, 'M')
  // The library takes each character for a byte, and so gets bytes.
  code.addData(String.fromCharCode(...bytes), 'Byte')
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row++)
    for (let from = 0; from < count; from++) {
      if (!code.isDark(row, from)) continue
      let to = from
      while (to < count && code.isDark(row, to)) to++
      path += `M${from + QUIET} ${row + QUIET}h${to - from}v1h-${to - from}z`
      from = to
    }
  return { size: count + 2 * QUIET, path }
}

/** A QR code as a picture of its own, with what it leads to as its name; no style and no script in it. */
export const qrSvg = ({ size, path }: QrPicture, title: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" role="img" aria-label="${escaped(title)}" shape-rendering="crispEdges"><title>${escaped(title)}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
