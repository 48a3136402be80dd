import { messageText, revisions, since, type Revision } from '../../engine/index.ts'
import { fieldsOf, type Field } from '../../engine/explain.ts'
import type { Beat } from '../../engine/scenario.ts'
import type { ToldBeat } from './played.ts'

/** How many words a text has. */
export const words = (text: string): number => text.split(/\s+/).length

/** The beginning of a text, to know it by. */
export const told = (text: string): string => text.slice(0, 50)

/** The clauses that a text cites. */
export const clausesIn = (text: string): string[] =>
  [...text.matchAll(/\[([^\]]+)\]/g)].map(([, id]) => id!)

const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)

const everyField = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...everyField(field.fields)])

/** What a beat shows as code, and is nowhere in the message it speaks of. */
export const inventedIn = ({ beat, message }: ToldBeat): string[] => {
  const text = messageText(message)
  const fields = everyField(fieldsOf(message))
  const stands = (code: string) =>
    text.includes(code) ||
    fields.some(({ name, value }) => name === code || value.split(' ').includes(code))
  return codeIn(beat.text).filter((code) => !stands(code))
}

/** The clauses of MCP that a beat cites, and that are newer than the revision it is told in. */
export const newerThan = (revision: Revision, { text }: Pick<Beat, 'text'>): string[] =>
  clausesIn(text).filter((id) => {
    const date = revisions.find((one) => id.startsWith(`mcp-${one}-`))
    return date !== undefined && !since(revision, date)
  })

/** A text without its `code`, *emphasis* and [clauses]. */
export const bare = (text: string): string =>
  text.replace(/`[^`]+`|\*[^*\s][^*]*\*|\[[a-z0-9][\w.-]+\]/g, '')

/** Plain text: what may stand in a text once it is bare. */
export const PLAIN = /^[^`*[\]<>!_\n'"]*$/

/** A path on somebody’s machine. */
export const PLACE_ON_A_MACHINE = /(^|[\s`])(~?\/(home|root|tmp|work|Users|var|etc)\/|[A-Z]:\\)/

/** Names of hosts that may be somebody’s. */
export const hostsOfOthers = (text: string): string[] =>
  [...text.matchAll(/\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|ai|local)\b/gi)].map(
    ([host]) => host,
  )
