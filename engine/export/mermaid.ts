import type { Part } from '../cast.ts'
import type { Ending } from '../ending.ts'
import { findingsAt, overheardWords } from '../transcript.ts'
import { labelOf, phaseNames, purposeIn } from '../wire/label.ts'
import { arrived, type PartyId, type WireMessage } from '../wire/message.ts'
import { laterInWords } from '../words.ts'
import { endingInWords } from './shown-run.ts'

/** What a Mermaid diagram shows. */
export interface MermaidInput {
  readonly log: readonly WireMessage[]
  /** Who takes part, in the order of the lanes. */
  readonly parts: readonly Part[]
  readonly title: string
  /** How many messages have been told; left out: all of them. */
  readonly place?: number | undefined
  readonly ending?: Pick<Ending, 'ending' | 'sentence'> | undefined
  /** Where the run can be opened, where it can be. */
  readonly link?: string | undefined
}

/** A run as a sequence diagram in Mermaid’s language: messages under their phases, and what was refused, left out or read along. */
export const mermaidOf = ({
  log,
  parts,
  title,
  place = log.length,
  ending,
  link,
}: MermaidInput): string => {
  const shown = log.slice(0, place)
  const [first, last] = [parts[0], parts.at(-1)]
  const across = first && last ? `${idOf(first.id)},${idOf(last.id)}` : ''
  return [
    '---',
    `title: ${JSON.stringify(title.toWellFormed())}`,
    '---',
    'sequenceDiagram',
    ...(link === undefined ? [] : [`  %% ${commented(link)}`]),
    `  accTitle: ${safe(title)}`,
    '  autonumber',
    ...participants(parts),
    ...shown.flatMap((message, index) => {
      const previous = shown[index - 1]
      const later = laterInWords(previous?.at, message.at)
      return [
        ...(message.phase === previous?.phase
          ? []
          : [`  Note over ${across}: ${safe(phaseNames[message.phase])}`]),
        ...(later === undefined ? [] : [`  Note over ${across}: … ${safe(later)} …`]),
        ...messageLines(message, place),
      ]
    }),
    ...(ending && place >= log.length && across !== ''
      ? [`  Note over ${across}: ${safe(endingInWords(ending))}`]
      : []),
    '',
  ].join('\n')
}

/** An address in a comment: nothing in it ends that, or begins what Mermaid takes for an order. */
const commented = (link: string): string =>
  link.replace(/[\s{}]/g, (character) => encodeURIComponent(character))

const idOf = (party: PartyId): string => party.replaceAll('-', '_')

/** Who takes part; neighbours that live in one place stand in one box. */
const participants = (parts: readonly Part[]): string[] => {
  const lines: string[] = []
  for (const [index, part] of parts.entries()) {
    const shares = (other: Part | undefined) =>
      part.origin !== undefined && other?.origin === part.origin
    const [before, after] = [shares(parts[index - 1]), shares(parts[index + 1])]
    const origin = part.origin?.replace(/^https?:\/\/([^/]+).*/, '$1')
    if (!before && after) lines.push(`  box transparent ${safe(origin ?? '')}`)
    const place = before || after || origin === undefined ? '' : `<br/>${safe(origin)}`
    const kind = part.id === 'owner' ? 'actor' : 'participant'
    lines.push(`  ${kind} ${idOf(part.id)} as ${safe(part.name)}${place}`)
    if (before && !after) lines.push('  end')
  }
  return lines
}

const messageLines = (message: WireMessage, place: number): string[] => {
  const { from, to, kind } = message
  const line = kind === 'response' ? '--' : '-'
  const head = !arrived(message) ? 'x' : kind === 'act' ? ')' : '>>'
  const fate = message.fate === undefined ? '' : `, ${message.fate}`
  const heard = overheardWords(message)
  return [
    `  ${idOf(from)}${line}${head}${idOf(to)}: ${safe(shortened(labelOf(message)))}<br/>${safe(purposeIn(message) + fate)}`,
    ...(heard === undefined ? [] : [`  Note over ${idOf('attacker')}: ${safe(heard)}`]),
    ...findingsAt(message, place)
      .filter(({ verdict }) => verdict !== 'obeyed')
      .map(({ end, verdict, check }) => {
        const who = idOf(end === 'sender' ? from : to)
        const mark = verdict === 'broken' ? '✕ refused' : '○ left out'
        return `  Note over ${who}: ${mark}: ${safe(check)}`
      }),
  ]
}

const LONGEST = 120

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text

/** Text in which nothing means anything to Mermaid: whatever is no letter, digit or plain mark is written as a number. */
const safe = (text: string): string =>
  [...text.toWellFormed().replace(/\s+/g, ' ').replace(/\p{C}/gu, '\uFFFD')]
    .map((character) =>
      /[\p{L}\p{N} ./,_’“”…()✕○\uFFFD-]/u.test(character)
        ? character
        : `#${character.codePointAt(0)};`,
    )
    .join('')
