import { checkWithId } from './checks/index.ts'
import { firstDifference } from './difference.ts'
import { refusedBy, type Ending } from './ending.ts'
import { plainly } from './plain.ts'
import type { Passage } from './passage.ts'
import { partyName } from './transcript.ts'
import { labelOf } from './wire/label.ts'
import { arrived, type WireMessage } from './wire/message.ts'
import { pageIn } from './wire/shown-page.ts'

type Log = readonly WireMessage[]

/**
 * What is told of a run that its story does not know: where it begins to be another one, what its owner is asked and
 * answers only there, what the attacker is refused, and what decided it. `kept`: the ids of the messages that went as the
 * story says.
 */
export const retoldIn = (
  log: Log,
  undisturbed: Log,
  kept: ReadonlySet<number>,
  ending: Ending | undefined,
): readonly Passage[] => {
  const first = firstDifference(undisturbed, log) ?? log.length + 1
  const decided = ending?.by === undefined ? undefined : ending.at
  const asked = askedIn(undisturbed)
  return log
    .filter(({ id }) => id >= first)
    .flatMap((message) => {
      const { id } = message
      const told = [
        ...(id === first ? [`Here this run leaves the story. ${plainly(message)}`] : []),
        ...(kept.has(id) || id === first ? [] : askedAnew(message, asked)),
        ...(id === decided ? [decisionIn(ending!)] : kept.has(id) ? [] : turnedAway(message)),
      ]
      return told.length > 0 ? [{ since: id, text: told.join(' '), ofThisRun: true as const }] : []
    })
}

/** What the owner of a run is asked, and what is answered. */
const askedIn = (log: Log): ReadonlySet<string> =>
  new Set(log.flatMap((message) => [askedOn(message) ?? [], answerIn(message) ?? []].flat()))

/** The question on a page that asks something: its words before what it lists. */
const askedOn = (message: WireMessage): string | undefined => {
  const page = message.name === 'show-page' && arrived(message) ? pageIn(message) : undefined
  if (!page || page.buttons.length === 0) return undefined
  const list = page.text.findIndex((line) => line.endsWith(':'))
  const words = list < 0 ? page.text : page.text.slice(0, list + 1)
  return [page.title, ...words].join(' ').replace(/ [^.]*:$/, ' …')
}

const answerIn = (message: WireMessage): string | undefined =>
  message.name === 'submit-page' && arrived(message) ? labelOf(message) : undefined

const askedAnew = (message: WireMessage, asked: ReadonlySet<string>): readonly string[] => {
  const question = askedOn(message)
  const answer = answerIn(message)
  if (question !== undefined && !asked.has(question))
    return [`${partyName('owner')} is asked: “${question}”`]
  return answer !== undefined && !asked.has(answer) ? [plainly(message)] : []
}

/** What was refused to the attacker. */
const turnedAway = (message: WireMessage): readonly string[] =>
  message.from === 'attacker'
    ? message.findings
        .filter(({ verdict }) => verdict === 'broken')
        .map(({ check }) => refusedBy(check, message))
    : []

const decisionIn = ({ by, sentence }: Ending): string => {
  const row = checkWithId(by!)
  if (!row) return `This decides it. ${sentence}`
  const rule = 'fails' in row ? `${row.says} ` : ''
  return `This decides it. ${sentence} ${rule}[${row.refs[0]}]`
}
