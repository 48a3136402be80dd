import { messageNames, type MessageName, type WireMessage } from './wire/message.ts'

/** A message by its name, as links and stories have it: `token-request`, and the second one `token-request.2`. */
export type Anchor = MessageName | `${MessageName}.${number}`

const ANCHOR = /^([a-z-]{1,40})(?:\.([1-9]\d{0,3}))?$/

/** Reads the name of a message; undefined where there is no such name. */
export const parseAnchor = (text: string): Anchor | undefined => {
  const [, name, turn] = ANCHOR.exec(text) ?? []
  const known = messageNames.find((one) => one === name)
  if (known === undefined) return undefined
  return turn === undefined || turn === '1' ? known : `${known}.${Number(turn)}`
}

/** The name that a message goes by in its run. */
export const anchorOf = (message: WireMessage, log: readonly WireMessage[]): Anchor => {
  const turn = log.filter(({ name, id }) => name === message.name && id <= message.id).length
  return turn === 1 ? message.name : `${message.name}.${turn}`
}

/** Where a run has the message of a name; undefined where it has none, or not so many. */
export const placeOfAnchor = (anchor: Anchor, log: readonly WireMessage[]): number | undefined => {
  const [name, turn = '1'] = anchor.split('.')
  return log.filter((message) => message.name === name)[Number(turn) - 1]?.id
}

/** What stands in a link where a message is named that its run does not have, in one sentence. */
export const missingAnchor = (anchor: Anchor, log: readonly WireMessage[]): string | undefined => {
  if (placeOfAnchor(anchor, log) !== undefined) return undefined
  const [name] = anchor.split('.')
  const count = log.filter((message) => message.name === name).length
  return count === 0
    ? `The place “${anchor}” is not in this run: it has no message of that name.`
    : `The place “${anchor}” is not in this run: it has ${count} of that name.`
}
