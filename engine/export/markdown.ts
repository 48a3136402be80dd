import { findingsAt, partyName } from '../transcript.ts'
import { labelOf, purposeIn } from '../wire/label.ts'
import type { WireMessage } from '../wire/message.ts'
import { endingInWords, settingInWords, toldIn, type ShownRun } from './shown-run.ts'

/** A link to a run in one line of Markdown, with what the story is about. */
export const markdownLink = ({ scenario, link = '' }: Pick<ShownRun, 'scenario' | 'link'>) =>
  `[${plain(scenario.title)}](${target(link)}): ${plain(scenario.summary)}\n`

/** A run as Markdown: what it is, how it ends, and a table of its messages. */
export const markdownOf = (run: ShownRun): string => {
  const { scenario, link, log, ending } = run
  const told = toldIn(run)
  const whole = told.length === log.length
  return [
    `## ${plain(scenario.title)}`,
    '',
    plain(scenario.summary),
    '',
    `${link === undefined ? '' : `[Open this run in the lab](${target(link)}): `}${plain(settingInWords(run))}.`,
    '',
    '| | from | to | message | checks |',
    '| --: | --- | --- | --- | --- |',
    ...told.map((message) => row(message, told.length)),
    '',
    whole ? plain(endingInWords(ending)) : `The first ${told.length} of ${log.length} messages.`,
    '',
  ].join('\n')
}

const row = (message: WireMessage, place: number): string => {
  const findings = findingsAt(message, place)
  const obeyed = findings.filter(({ verdict }) => verdict === 'obeyed').length
  const checks = [
    ...(obeyed === 0 ? [] : [`✓ ${obeyed}`]),
    ...findings
      .filter(({ verdict }) => verdict !== 'obeyed')
      .map(({ verdict, check }) => `${verdict === 'broken' ? '✕' : '○'} ${code(check)}`),
  ]
  const fate = message.fate === undefined ? '' : `, ${message.fate}`
  return `| ${[
    message.id,
    plain(partyName(message.from)),
    plain(partyName(message.to)),
    `${code(labelOf(message))} ${plain(purposeIn(message) + fate)}`,
    checks.join(' '),
  ].join(' | ')} |`
}

/** Text in which nothing means anything to Markdown. */
const plain = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]<>|#~&$]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/, '\\$1')

/** A label as code, in a table: a fence longer than any in it, and no bar that would end the cell. */
const code = (text: string): string => {
  const one = oneLine(text).slice(0, 120)
  const fence = '`'.repeat(1 + Math.max(0, ...[...one.matchAll(/`+/g)].map(([run]) => run.length)))
  const pad = one.startsWith('`') || one.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${one.replaceAll('|', '\\|')}${pad}${fence}`
}

const oneLine = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.toWellFormed().replace(/[\s\u0000-\u001f\u007f]+/g, ' ')

/** An address as the target of a link: nothing in it ends the link. */
const target = (link: string): string =>
  link.replace(/[()<>\s\\]/g, (character) =>
    encodeURIComponent(character).replace(/[()]/, (one) => (one === '(' ? '%28' : '%29')),
  )
