import type { Finding } from '../checks/check.ts'
import { partyName } from '../transcript.ts'
import type { WireMessage } from '../wire/message.ts'

export const verdicts = ['obeyed', 'forgotten', 'broken'] as const
type Verdict = (typeof verdicts)[number]

/** What a verdict is called, wherever it is shown: one word for one mark. */
export const verdictWords = {
  obeyed: 'obeyed',
  forgotten: 'forgotten',
  broken: 'refused',
} as const satisfies Readonly<Record<Verdict, string>>

/** How many checks came out which way. */
export type Tally = Readonly<Record<Verdict, number>>

export const tallyOf = (findings: readonly Finding[], end: Finding['end']): Tally => {
  const count = (verdict: Verdict) =>
    findings.filter((one) => one.end === end && one.verdict === verdict).length
  return { obeyed: count('obeyed'), forgotten: count('forgotten'), broken: count('broken') }
}

/** The checks on a message in words: “checks by Auth: 13 obeyed, 1 refused”. */
export const tallyInWords = ({ from, to }: WireMessage, findings: readonly Finding[]): string =>
  [
    byWhom(tallyOf(findings, 'sender'), partyName(from)),
    byWhom(tallyOf(findings, 'receiver'), partyName(to)),
  ]
    .filter((one) => one !== '')
    .join('; ')

const byWhom = (tally: Tally, name: string): string => {
  const counts = verdicts.filter((verdict) => tally[verdict] > 0)
  if (counts.length === 0) return ''
  const said = counts.map((verdict) => `${tally[verdict]} ${verdictWords[verdict]}`).join(', ')
  return `checks by ${name}: ${said}`
}
