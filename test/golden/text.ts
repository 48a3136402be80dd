import { messageText, partyName, startRun, type Decision, type Run } from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

/** The runs whose whole text is kept in this folder, by file name. */
export const goldenRuns: Readonly<Record<string, readonly Decision[]>> = {
  'first-contact': [],
  'first-contact.held-registration': [{ kind: 'registration', choice: 'held' }],
  'first-contact.unknown-client': [{ kind: 'registration', choice: 'forgotten-by-server' }],
  'first-contact.wrong-password': [{ kind: 'sign-in', choice: 'wrong-password' }],
  'first-contact.consent-denied': [{ kind: 'consent', choice: 'deny' }],
  'first-contact.code-expired': [{ kind: 'delay', at: 26, seconds: 660 }],
}

/** Plays one of the golden runs and writes it as text. */
export const goldenText = async (name: string): Promise<string> => {
  const run = startRun({
    scenario: firstContact,
    seed: 'golden',
    decisions: goldenRuns[name] ?? [],
  })
  await run.finish()
  return textOf(run)
}

/** A whole run as readable text: every message as HTTP, what was checked, and how it ended. */
export const textOf = ({ log, ending, transitions }: Run): string =>
  [
    ...log.map((message) =>
      [
        `### ${message.id} ${message.name}: ${partyName(message.from)} to ${partyName(message.to)}, ${message.channel}, ${clock(message.at)}, ${message.state}${message.fate ? `, ${message.fate}` : ''}`,
        messageText(message),
        ...message.findings.map(
          ({ verdict, check, expected, received, end }) =>
            `${verdict} ${check} (${end})\n  expected: ${expected}\n  received: ${received}`,
        ),
        '',
      ].join('\n'),
    ),
    '### states',
    ...transitions.map(({ machine, state, since }) => `after ${since}: ${machine} ${state}`),
    '',
    '### ending',
    JSON.stringify(ending, null, 2),
    '',
  ].join('\n')

const clock = (at: number): string => new Date(at * 1000).toISOString().slice(11, 19)
