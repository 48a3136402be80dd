import { checkWithId } from '../checks/index.ts'
import { levelIn } from '../spec/differences.ts'
import type { Revision } from '../spec/revisions.ts'
import { requestText, responseText, statusText } from '../wire/text.ts'
import type { FreshFinding } from '../wire/wire.ts'
import { masked, printable } from './masked.ts'
import type { Paint } from './paint.ts'
import type { Seen } from './witness.ts'

/** One exchange as the terminal shows it: what was asked, what was answered, and each check that was made. */
export const exchangeText = (
  { number, request, response, findings }: Seen,
  revision: Revision,
  paint: Paint,
): string => {
  const asked = masked(request)
  const title = [
    paint('bold', number === undefined ? 'asked by a server' : `#${number}`),
    `${asked.method} ${printable(asked.url.split('?', 1)[0]!)}`,
    response
      ? paint(response.status < 400 ? 'green' : 'yellow', statusText(response.status))
      : paint('yellow', 'no answer'),
  ].join('  ')
  return [
    title,
    '',
    indented(requestText(asked)),
    '',
    ...(response ? [indented(responseText(response)), ''] : []),
    ...findings.map((finding) => `  ${findingText(finding, revision, paint)}`),
    ...(findings.length > 0 ? [''] : []),
    '',
  ].join('\n')
}

/** What was no HTTP request, and what it was answered. */
export const noiseText = (status: number, paint: Paint): string =>
  `${paint('bold', 'no HTTP request')}  ${paint('yellow', statusText(status))}\n\n`

const indented = (text: string): string =>
  printable(text)
    .trimEnd()
    .replace(/^(?=.)/gm, '    ')

/** A check and how it came out, in one line. */
const findingText = (
  { check, end, verdict, holds, expected, received }: FreshFinding,
  revision: Revision,
  paint: Paint,
): string => {
  const row = checkWithId(check)
  const level = row && levelIn(row, revision)
  const name = `${check}${level === undefined || level === 'none' ? '' : ` ${paint('dim', level)}`}`
  const compared = `expected ${printable(expected)}; received ${printable(received)}`
  if (verdict === 'forgotten')
    return `${paint('yellow', '!')} ${name} forgotten${holds ? '' : end === 'sender' ? ', and not done' : `, and it does not hold: ${compared}`}`
  if (verdict === 'broken')
    return `${paint('red', '✗')} ${name} refused: ${row && 'fails' in row ? row.fails : row?.says} (${compared})`
  return `${paint('green', '✓')} ${name}`
}
