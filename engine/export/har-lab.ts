import { overheardWords, partyName } from '../transcript.ts'
import { purposeIn } from '../wire/label.ts'
import type { WireMessage } from '../wire/message.ts'

/** What the lab knows of a message besides its bytes. */
export const labOf = (message: WireMessage) => {
  const heard = overheardWords(message)
  return {
    number: message.id,
    name: message.name,
    from: partyName(message.from),
    to: partyName(message.to),
    channel: message.channel,
    phase: message.phase,
    purpose: purposeIn(message),
    ...(message.fate !== undefined && { fate: message.fate }),
    ...(heard !== undefined && { overheard: heard }),
    checks: message.findings.map(({ check, verdict, end, expected, received }) => ({
      check,
      verdict,
      by: end === 'sender' ? partyName(message.from) : partyName(message.to),
      expected,
      received,
    })),
  }
}
