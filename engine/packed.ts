import { base64url } from 'jose'
import { MOST_DECISIONS, readDecision, type Decision, type DecisionReading } from './decisions.ts'

// Long texts in a link, as decisions are: deflated (RFC 1951), as base64url. Loaded with the first link that needs it.

/** More characters than this no link holds. */
const MOST_PACKED = 100_000
/** Nothing unpacks to more than this: a few hundred bytes can be made to unpack to gigabytes. */
const MOST_BYTES = 400_000

/** What came of unpacking a text: it, or why it could not be read, in half a sentence about “they”. */
export type Unpacked = { readonly text: string } | { readonly problem: string }

/** A text in as few characters of a URL as can be; undefined where the platform cannot deflate. */
export const packText = async (text: string): Promise<string | undefined> => {
  try {
    const stream = new CompressionStream('deflate-raw')
    return base64url.encode(await piped(new TextEncoder().encode(text), stream))
  } catch {
    return undefined
  }
}

/** Reads a packed text. Never throws. */
export const unpackText = async (packed: string): Promise<Unpacked> => {
  if (packed.length > MOST_PACKED)
    return { problem: `they are longer than ${MOST_PACKED} characters` }
  if (!/^[A-Za-z0-9_-]+$/.test(packed)) return { problem: 'they are no base64url' }
  try {
    const stream = new DecompressionStream('deflate-raw')
    const bytes = await piped(new Uint8Array(base64url.decode(packed)), stream)
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    return {
      problem:
        error instanceof RangeError
          ? `they unpack to more than ${MOST_BYTES} bytes`
          : 'they are damaged or cut off',
    }
  }
}

/** Decisions in as few characters of a URL as can be; undefined where the platform cannot deflate. */
export const packDecisions = (decisions: readonly Decision[]): Promise<string | undefined> =>
  packText(JSON.stringify(decisions))

/** Reads packed decisions. Never throws: what cannot be read is named, and the rest stays. */
export const unpackDecisions = async (packed: string): Promise<DecisionReading> => {
  const broken = (why: string): DecisionReading => ({
    decisions: [],
    problems: [`The packed changes (“z”) could not be read: ${why}`],
  })
  const unpacked = await unpackText(packed)
  if ('problem' in unpacked) return broken(unpacked.problem)
  let value: unknown
  try {
    value = JSON.parse(unpacked.text)
  } catch {
    return broken('they are damaged or cut off')
  }
  if (!Array.isArray(value)) return broken('they are no list')
  const read = value.slice(0, MOST_DECISIONS).map(readDecision)
  const problems = read.flatMap((one, at) =>
    one ? [] : [`Number ${at + 1} of the packed changes is none that this lab knows`],
  )
  if (value.length > MOST_DECISIONS)
    problems.push(`Only the first ${MOST_DECISIONS} of the packed changes were read`)
  return { decisions: read.filter((one) => one !== undefined), problems }
}

/** Sends bytes through a stream, and stops where it gives too many back. */
const piped = async (
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: CompressionStream | DecompressionStream,
): Promise<Uint8Array> => {
  const writer = writable.getWriter()
  // Whatever is wrong with the bytes is told by the readable side.
  const written = writer.write(bytes).then(() => writer.close())
  written.catch(() => undefined)
  const reader = readable.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > MOST_BYTES) {
      await reader.cancel().catch(() => undefined)
      throw new RangeError('too much')
    }
    chunks.push(value)
  }
  await written
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
