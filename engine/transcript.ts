import { cast } from './cast.ts'
import { checkWithId } from './checks/index.ts'
import type { Finding } from './checks/check.ts'
import { labelOf, purposeOf } from './wire/label.ts'
import type { PartyId, WireMessage } from './wire/message.ts'

/** The name a party goes by on the diagram. */
export const partyName = (id: PartyId): string => cast.find((part) => part.id === id)?.name ?? id

/** One line that says what a message is: "3. Quill to Notes: GET /.well-known/… (asks for protected resource metadata)". */
export const lineOf = (message: WireMessage): string =>
  `${message.id}. ${partyName(message.from)} to ${partyName(message.to)}, ${channelWords[message.channel]}: ${labelOf(message)} (${purposeOf[message.name]})${message.fate ? `, ${message.fate}` : ''}`

/** How a message travels, in words. */
export const channelWords = {
  front: 'through the browser',
  back: 'directly',
  local: 'on Sam’s machine',
} as const

/** One line that says what a check found: "obeyed as/verifier-matches: …". */
export const findingLine = (finding: Finding): string =>
  `${finding.verdict} ${finding.check}: ${checkWithId(finding.check)?.says ?? ''}`

/** The whole diagram as text: every message in order, with every check made on it. */
export const transcriptOf = (log: readonly WireMessage[]): string =>
  log
    .map((message) =>
      [lineOf(message), ...message.findings.map((one) => `   ${findingLine(one)}`)].join('\n'),
    )
    .join('\n')

/** What has been found on a message once `place` messages were delivered: a party may have to ask first. */
export const findingsAt = ({ findings }: WireMessage, place: number): Finding[] =>
  findings.filter(({ since }) => since <= place)
