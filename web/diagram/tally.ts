import { partyName, type Finding, type WireMessage } from '../../engine/index.ts'

export const verdicts = ['obeyed', 'forgotten', 'broken'] as const
type Verdict = (typeof verdicts)[number]

/** How many checks came out which way. */
export type Tally = Readonly<Record<Verdict, number>>

export const tallyOf = (findings: readonly Finding[], end: Finding['end']): Tally => {
  const count = (verdict: Verdict) =>
    findings.filter((one) => one.end === end && one.verdict === verdict).length
  return { obeyed: count('obeyed'), forgotten: count('forgotten'), broken: count('broken') }
}

/** The checks on a message in words: “13 checks obeyed and 1 broken by Auth”. */
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
  const said = counts.map((verdict) => `${tally[verdict]} ${verdict}`).join(', ')
  return `checks by ${name}: ${said}`
}
