import { themes, type Theme } from './options.ts'

/** Every message between an embed and the page around it carries this name and this version, and is otherwise none. */
export const PROTOCOL = 'handshake-lab'
export const PROTOCOL_VERSION = 1

/** The ways in which a run ends. */
export const endings = ['completed', 'won', 'refused', 'broken'] as const
export type EndingKind = (typeof endings)[number]

/** What an embed tells the page around it. */
export type FromEmbed =
  | { readonly type: 'ready'; readonly scenario: string; readonly length: number }
  | { readonly type: 'height'; readonly height: number }
  | {
      readonly type: 'step'
      /** How many messages have been told, of how many. */
      readonly step: number
      readonly length: number
      /** The name of the last of them, as a link has it. */
      readonly message?: string
    }
  | {
      readonly type: 'outcome'
      readonly ending: EndingKind
      readonly sentence: string
      /** The check that decided it, and the message it was made on. */
      readonly by?: string
      readonly at?: number
    }

/** What the page around it may ask of an embed. */
export type ToEmbed =
  /** Who says this gets the answers, and nobody else; `sizes`: it makes the frame as high as the embed wants to be. */
  | { readonly type: 'hello'; readonly sizes?: boolean }
  | { readonly type: 'goto'; readonly step: number | string }
  | { readonly type: 'setTheme'; readonly theme: Theme }
  /** Another run or another view of it, in the words of an embed's address. */
  | { readonly type: 'show'; readonly query: string }

const LONGEST = 2_000
/** As an address: it may hold whole messages. */
const LONGEST_QUERY = 100_000

const isText = (value: unknown, longest = LONGEST): value is string =>
  typeof value === 'string' && value.length <= longest
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e6
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const optional = (value: unknown, is: (value: unknown) => boolean) =>
  value === undefined || is(value)

type Fields = Readonly<Record<string, unknown>>

const fieldsIn = (data: unknown): Fields | undefined => {
  if (typeof data !== 'object' || data === null) return undefined
  const fields = data as Fields
  return fields['name'] === PROTOCOL && fields['version'] === PROTOCOL_VERSION ? fields : undefined
}

/** Reads what came from a page around an embed; undefined: it is no message of this protocol. */
export const readToEmbed = (data: unknown): ToEmbed | undefined => {
  const fields = fieldsIn(data)
  if (!fields) return undefined
  const { type, step, theme, query, sizes } = fields
  if (type === 'hello' && optional(sizes, isBoolean)) return { type, sizes: sizes === true }
  if (type === 'goto' && (isCount(step) || isText(step))) return { type, step }
  if (type === 'show' && isText(query, LONGEST_QUERY)) return { type, query }
  const known = themes.find((one) => one === theme)
  return type === 'setTheme' && known ? { type, theme: known } : undefined
}

/** Reads what came from an embed; undefined: it is no message of this protocol. */
export const readFromEmbed = (data: unknown): FromEmbed | undefined => {
  const fields = fieldsIn(data)
  if (!fields) return undefined
  const { type, scenario, length, height, step, message, ending, sentence, by, at } = fields
  switch (type) {
    case 'ready':
      return isText(scenario) && isCount(length) ? { type, scenario, length } : undefined
    case 'height':
      // An embed that is nothing high could not be seen.
      return isCount(height) && height > 0 ? { type, height } : undefined
    case 'step':
      return isCount(step) && isCount(length) && optional(message, isText)
        ? { type, step, length, ...(isText(message) && { message }) }
        : undefined
    case 'outcome': {
      const known = endings.find((one) => one === ending)
      return known && isText(sentence) && optional(by, isText) && optional(at, isCount)
        ? { type, ending: known, sentence, ...(isText(by) && { by }), ...(isCount(at) && { at }) }
        : undefined
    }
    default:
      return undefined
  }
}

/** A message as it goes over. */
export const sealed = (message: FromEmbed | ToEmbed) => ({
  name: PROTOCOL,
  version: PROTOCOL_VERSION,
  ...message,
})
