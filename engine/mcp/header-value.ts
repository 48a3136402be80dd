const BEGINS = '=?base64?'
const ENDS = '?='
const PLAIN = /^[\x20-\x7E\t]*$/
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const looksEncoded = (value: string): boolean => value.startsWith(BEGINS) && value.endsWith(ENDS)

/**
 * Writes a text as the value of a header field: as it is where a field can hold it, else in Base64 between two markers.
 * @see [MCP 2026-07-28 Streamable HTTP - Value Encoding](https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#value-encoding)
 */
export const encodeHeaderValue = (text: string): string =>
  text !== '' && PLAIN.test(text) && text === text.trim() && !looksEncoded(text)
    ? text
    : `${BEGINS}${btoa(binaryOf(new TextEncoder().encode(text)))}${ENDS}`

const binaryOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** Reads the value of a header field that may be encoded; undefined where the encoding is broken, or a character has no place in a field. */
export const decodeHeaderValue = (value: string): string | undefined => {
  if (!looksEncoded(value)) return PLAIN.test(value) ? value : undefined
  const encoded = value.slice(BEGINS.length, -ENDS.length)
  if (!BASE64.test(encoded)) return undefined
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
