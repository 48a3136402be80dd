// A public face of the engine: it finds in a file the run that the lab wrote into it. The page loads it with the first file it is given.
import * as z from 'zod/mini'

/** What came of looking for a run in a file: what follows the `#` of the link to it, or what is wrong with the file. */
export type Reopened = { readonly link: string } | { readonly problem: string }

/** A file of more bytes than this is not read. */
export const LARGEST_FILE = 5_000_000
/** No browser opens a longer address. */
const LONGEST_LINK = 500_000

const KNOWN =
  'HTTP archives, Markdown, Mermaid, SVG and HTTP text from Share have one in them, and so has any text with the link to a run.'

// Where a link ends, nothing else of it can stand: the lab writes all of this as percent signs and numbers.
const LINK = /#(\/lab\/[a-z0-9-]{1,80}(?:\?[^\s"'<>()\\`#]*)?)/

/** Finds the run that the lab wrote into a file, in whichever form it did. Never throws: the problem says what is wrong with it, and where. */
export const reopen = (bytes: Uint8Array): Reopened => {
  if (bytes.length > LARGEST_FILE) return { problem: tooLarge(bytes.length) }
  if (bytes.length === 0) return { problem: 'It is empty.' }
  if (isPng(bytes))
    return {
      problem: 'A picture of the kind PNG has no link in it; the SVG of the same run has one.',
    }
  const text = textOf(bytes)
  if (text === undefined)
    return {
      problem: `It is no text, or not in UTF-8, and so none of what the lab writes. ${KNOWN}`,
    }
  return text.startsWith('{') ? inArchive(text) : inText(text)
}

/** What is said of a file that is not even read. */
export const tooLarge = (bytes: number): string =>
  `It has ${bytes.toLocaleString('en')} bytes, and the lab reads no more than ${LARGEST_FILE.toLocaleString('en')}.`

const isPng = ([first, ...rest]: Uint8Array): boolean =>
  first === 0x89 && String.fromCharCode(...rest.slice(0, 3)) === 'PNG'

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimStart()
  } catch {
    return undefined
  }
}

const archive = z.object({
  log: z.object({ _handshakeLab: z.object({ link: z.string() }) }),
})

const inArchive = (text: string): Reopened => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    // Engines say where it breaks.
    const where = error instanceof Error ? error.message.slice(0, 200) : ''
    return { problem: `It begins as an HTTP archive does, and its JSON is broken: ${where}.` }
  }
  const read = archive.safeParse(json)
  if (read.success) return inLink(read.data.log._handshakeLab.link)
  const path = read.error.issues[0]?.path.join('.') ?? ''
  return {
    problem:
      path === 'log._handshakeLab'
        ? 'It is an HTTP archive, but not one of this lab: it has no `log._handshakeLab`.'
        : path === 'log._handshakeLab.link'
          ? 'It is an HTTP archive of this lab, but `log._handshakeLab.link` is no text.'
          : 'It is JSON, but no HTTP archive: `log` is no object.',
  }
}

const inLink = (link: string): Reopened => {
  const found = inText(link)
  return 'link' in found || link.length > LONGEST_LINK
    ? found
    : { problem: '`log._handshakeLab.link` leads to no run of the lab.' }
}

const inText = (text: string): Reopened => {
  // In SVG, as in HTML, `&` stands there as what it is called.
  const plain = text.startsWith('<') ? text.replace(/&(?:amp|#38|#x26);/gi, '&') : text
  const link = LINK.exec(plain)?.[1]
  if (link === undefined) return { problem: `There is no link to a run in it. ${KNOWN}` }
  return link.length > LONGEST_LINK
    ? { problem: `The link in it is longer than ${LONGEST_LINK.toLocaleString('en')} characters.` }
    : { link }
}
