import { partyName } from './transcript.ts'
import { formatDecisions, type Decision } from './decisions.ts'
import { labelOf } from './wire/label.ts'
import { durationInWords } from './words.ts'
import type { WireMessage } from './wire/message.ts'

/** Something the learner may change about a run, and the same in words. */
export interface Offer {
  readonly decision: Decision
  readonly says: string
}

/** Offers about one thing. */
export interface OfferGroup {
  readonly about: string
  readonly offers: readonly Offer[]
}

/** How long the lab holds a message: longer than a code lives. */
const HOLD_SECONDS = 660

const STANDING: readonly { readonly about: string; readonly decisions: readonly Decision[] }[] = [
  {
    about: `${partyName('owner')} decides otherwise`,
    decisions: [
      { kind: 'sign-in', choice: 'wrong-password' },
      { kind: 'sign-in', choice: 'close-window' },
      { kind: 'consent', choice: 'deny' },
      { kind: 'consent', choice: 'close-window' },
    ],
  },
  {
    about: 'They have met before',
    decisions: [
      { kind: 'registration', choice: 'held' },
      { kind: 'registration', choice: 'forgotten-by-server' },
    ],
  },
]

/** What can be changed about a run with this log while `place` messages have been shown. */
export const offersAt = (log: readonly WireMessage[], place: number): OfferGroup[] => {
  const message = log[place - 1]
  const standing = STANDING.map(({ about, decisions }) => ({
    about,
    offers: decisions.map((decision) => ({ decision, says: sayDecision(decision) })),
  }))
  const groups = [...standing, ...tooLate(log)]
  if (!message) return groups
  const { id } = message
  const onTheWire: Offer[] = [
    {
      decision: { kind: 'delay', at: id, seconds: HOLD_SECONDS },
      says: `It is held for ${durationInWords(HOLD_SECONDS)}`,
    },
    { decision: { kind: 'drop', at: id }, says: 'It is lost on the way' },
  ]
  return [...groups, { about: `Message ${id}, ${labelOf(message)}`, offers: onTheWire }]
}

// A code that is on its way for longer than it lives.
const tooLate = (log: readonly WireMessage[]): OfferGroup[] => {
  const answer = log.find(({ name }) => name === 'callback-request')
  if (!answer) return []
  const decision = { kind: 'delay', at: answer.id, seconds: HOLD_SECONDS } as const
  const says = `The code is ${durationInWords(HOLD_SECONDS)} on its way, and lives for one`
  return [{ about: 'Something takes too long', offers: [{ decision, says }] }]
}

const CHOICES: Readonly<Record<string, string>> = {
  'sign-in.wrong-password': 'Sam types a wrong password',
  'sign-in.close-window': 'Sam closes the window instead of signing in',
  'consent.deny': 'Sam denies consent',
  'consent.close-window': 'Sam closes the window instead of consenting',
  'registration.held': 'Quill registered yesterday and knows its `client_id`',
  'registration.forgotten-by-server': 'Quill knows its `client_id`, but Auth has forgotten it',
}

/** A decision in words. */
export const sayDecision = (decision: Decision): string => {
  switch (decision.kind) {
    case 'delay':
      return `Message ${decision.at} is held for ${durationInWords(decision.seconds)}`
    case 'drop':
      return `Message ${decision.at} is lost`
    case 'edit':
      return `Message ${decision.at} has another ${decision.part}`
    default:
      return CHOICES[formatDecisions([decision])] ?? formatDecisions([decision])
  }
}

/** Whether two decisions are about the same thing, so that one takes the other's place. */
const rivals = (one: Decision, other: Decision): boolean => {
  if (!('at' in one) || !('at' in other)) return one.kind === other.kind
  if (one.kind === 'edit' && other.kind === 'edit')
    return one.at === other.at && one.part === other.part
  return one.at === other.at && one.kind !== 'edit' && other.kind !== 'edit'
}

/** Decisions with one more, in place of what it contradicts. */
export const withDecision = (decisions: readonly Decision[], decision: Decision): Decision[] => [
  ...decisions.filter((one) => !rivals(one, decision)),
  decision,
]

/** Whether this very decision is among those made. */
export const isMade = (decisions: readonly Decision[], decision: Decision): boolean =>
  decisions.some((one) => formatDecisions([one]) === formatDecisions([decision]))

/** Decisions without one of them. */
export const withoutDecision = (decisions: readonly Decision[], decision: Decision): Decision[] =>
  decisions.filter((one) => formatDecisions([one]) !== formatDecisions([decision]))
