import {
  messageText,
  partyName,
  registrations,
  revisions,
  startRun,
  type Decision,
  type Run,
  type RunInput,
} from '../../engine/index.ts'
import { lessons } from '../../scenarios/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

/** What a golden run is made from, besides its seed. */
type GoldenRun = Omit<RunInput, 'seed'>

const byDecision: Readonly<Record<string, readonly Decision[]>> = {
  'first-contact': [],
  'first-contact.held-registration': [{ kind: 'registration', choice: 'held' }],
  'first-contact.unknown-client': [{ kind: 'registration', choice: 'forgotten-by-server' }],
  'first-contact.wrong-password': [{ kind: 'sign-in', choice: 'wrong-password' }],
  'first-contact.consent-denied': [{ kind: 'consent', choice: 'deny' }],
  'first-contact.code-expired': [{ kind: 'delay', at: 26, seconds: 660 }],
}

/** The runs whose whole text is kept in this folder, by file name: every lesson, the first one in every revision and with every registration, and the ways in which it is refused. */
export const goldenRuns: Readonly<Record<string, GoldenRun>> = {
  ...Object.fromEntries(
    Object.entries(byDecision).map(([name, decisions]) => [
      name,
      { scenario: firstContact, decisions },
    ]),
  ),
  ...Object.fromEntries(
    revisions
      .filter((revision) => revision !== firstContact.revision)
      .map((revision) => [`first-contact.${revision}`, { scenario: firstContact, revision }]),
  ),
  ...Object.fromEntries(
    registrations
      .filter((registration) => registration !== 'dynamic')
      .map((registration) => [
        `first-contact.2025-11-25.${registration}`,
        { scenario: firstContact, revision: '2025-11-25', registration } as const,
      ]),
  ),
  ...Object.fromEntries(
    lessons
      .filter(({ id }) => id !== firstContact.id)
      .map((scenario) => [scenario.id, { scenario }]),
  ),
}

/** Plays one of the golden runs and writes it as text. */
export const goldenText = async (name: string): Promise<string> => {
  const golden = goldenRuns[name]
  if (!golden) throw new Error(`there is no golden run called ${name}`)
  const run = startRun({ ...golden, seed: 'golden' })
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
