import { LETTERS } from './code.ts'

/** Bytes in Crockford’s base 32, without padding. */
export const base32 = (bytes: Uint8Array): string => {
  let text = ''
  let held = 0
  let count = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (count += 8; count >= 5; count -= 5) text += LETTERS[(held >>> (count - 5)) & 31]
  }
  return count > 0 ? text + LETTERS[(held << (5 - count)) & 31] : text
}
