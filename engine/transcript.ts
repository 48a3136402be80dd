import { cast } from './cast.ts'
import type { Finding } from './checks/check.ts'
import { labelOf, purposeIn } from './wire/label.ts'
import type { PartyId, WireMessage } from './wire/message.ts'

/** The name a party goes by on the diagram. */
export const partyName = (id: PartyId): string => cast.find((part) => part.id === id)?.name ?? id

/** One line that says what a message is: "3. Quill to Notes: GET /.well-known/… (asks for protected resource metadata)". */
export const lineOf = (message: WireMessage): string =>
  `${message.id}. ${partyName(message.from)} to ${partyName(message.to)}, ${channelWords[message.channel]}: ${labelOf(message)} (${purposeIn(message)})${message.fate ? `, ${message.fate}` : ''}`

/** How a message travels, in words. */
export const channelWords = {
  front: 'through the browser',
  back: 'directly',
  local: 'not over HTTP',
} as const

/** What has been found on a message once `place` messages were delivered: a party may have to ask first. */
export const findingsAt = ({ findings }: WireMessage, place: number): Finding[] =>
  findings.filter(({ since }) => since <= place)

/** What an attacker who is no end of a message has of it, in words; undefined where he has nothing. */
export const overheardWords = ({ overheard }: WireMessage): string | undefined =>
  overheard === undefined
    ? undefined
    : `${partyName('attacker')} reads ${overheard === 'url' ? 'its address' : 'it'}`
