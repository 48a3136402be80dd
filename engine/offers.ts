import {
  choiceGroups,
  choiceWords,
  makesSense,
  type ChoiceGroup,
  type ChoiceText,
  type Setting,
} from './choices.ts'
import { formatDecisions, parseDecisions, type Decision } from './decisions.ts'
import { labelOf } from './wire/label.ts'
import { durationInWords } from './words.ts'
import { fieldInWords, isSigned, valueInWords } from './wire/field-words.ts'
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

/** The status of an answer that the lab makes fail. */
const FAILS_WITH = 503

/**
 * What can be changed about a run with this log while `place` messages have been shown. Only what changes something in
 * this revision, with this way of registration, and in this scenario.
 */
export const offersAt = (
  log: readonly WireMessage[],
  place: number,
  { scenario, ...given }: Partial<Setting> = {},
): OfferGroup[] => {
  const setting: Setting = {
    revision: scenario?.revision ?? '2025-06-18',
    registration: scenario?.registration ?? 'dynamic',
    ...given,
    scenario,
  }
  // A server that is started as a program has nothing to do with OAuth.
  const standing = log.some(({ name }) => name === 'launch') ? [] : standingOffers(log, setting)
  const message = log[place - 1]
  // Nothing is done to a message that comes a second time.
  if (!message || message.fate === 'duplicate') return standing
  return [
    ...standing,
    { about: `Message ${message.id}, ${labelOf(message)}`, offers: onTheWire(message) },
  ]
}

const standingOffers = (log: readonly WireMessage[], setting: Setting): OfferGroup[] =>
  Object.values<ChoiceGroup>(choiceGroups)
    .map((group) => ({
      about: group.about,
      offers: [
        ...(group === choiceGroups.way ? tooLate(log) : []),
        ...group.choices
          .filter((choice) => makesSense(choice, setting))
          .flatMap((choice) =>
            parseDecisions(choice).decisions.map((decision) => ({
              decision,
              says: withoutStart(choiceWords[choice], group.begins),
            })),
          ),
      ],
    }))
    .filter(({ offers }) => offers.length > 0)

const withoutStart = (text: string, start: string | undefined): string =>
  start === undefined ? text : text.slice(start.length)

// A code that is on its way for longer than it lives.
const tooLate = (log: readonly WireMessage[]): Offer[] => {
  const answer = log.find(({ name }) => name === 'callback-request')
  if (!answer) return []
  return [
    {
      decision: { kind: 'delay', at: answer.id, seconds: HOLD_SECONDS },
      says: `The code is ${durationInWords(HOLD_SECONDS)} on its way, and lives for one`,
    },
  ]
}

const onTheWire = (message: WireMessage): Offer[] => {
  const { id: at, kind } = message
  const body =
    kind === 'request' ? message.request.body : kind === 'response' && message.response.body
  return [
    {
      decision: { kind: 'delay', at, seconds: HOLD_SECONDS },
      says: `It is held for ${durationInWords(HOLD_SECONDS)}`,
    },
    { decision: { kind: 'drop', at }, says: 'It is lost on the way' },
    { decision: { kind: 'duplicate', at }, says: 'It arrives twice' },
    ...(kind === 'response'
      ? [
          {
            decision: { kind: 'status', at, status: FAILS_WITH } as const,
            says: `Its status is ${FAILS_WITH}: the server failed`,
          },
        ]
      : []),
    ...(body
      ? [{ decision: { kind: 'corrupt', at } as const, says: 'Half of its body is missing' }]
      : []),
  ]
}

/** A decision in words. */
export const sayDecision = (decision: Decision): string => {
  switch (decision.kind) {
    case 'delay':
      return `Message ${decision.at} is held for ${durationInWords(decision.seconds)}`
    case 'drop':
      return `Message ${decision.at} is lost`
    case 'duplicate':
      return `Message ${decision.at} arrives twice`
    case 'status':
      return `Message ${decision.at} has the status ${decision.status}`
    case 'corrupt':
      return `Half of the body of message ${decision.at} is missing`
    case 'edit':
      return `Message ${decision.at} has another ${decision.part}`
    case 'field':
      return `In message ${decision.at} ${fieldInWords(decision.path)} is now ${valueInWords(decision.value)}${isSigned(decision.path) ? ', and the old signature stays' : ''}`
    case 'remove':
      return `Message ${decision.at} comes without ${fieldInWords(decision.path)}`
    case 'raw':
      return `Message ${decision.at} is written anew`
    default:
      return choiceWords[`${decision.kind}.${decision.choice}` as ChoiceText]
  }
}

/** What changes the text of a message, and is past once all of it is written anew. */
const REWORDS: readonly Decision['kind'][] = ['status', 'corrupt', 'edit', 'field', 'remove', 'raw']

/** Whether a new decision is about the same thing as one made before, and takes its place. A message that is lost can be nothing else. */
const rivals = (one: Decision, other: Decision): boolean => {
  if (!('at' in one) || !('at' in other)) return one.kind === other.kind
  if (one.at !== other.at) return false
  if (other.kind === 'raw') return one.kind === 'drop' || REWORDS.includes(one.kind)
  if (one.kind === 'raw') return other.kind === 'drop'
  // A field that was taken away made room: another may stand at its path.
  if (one.kind === 'remove') return other.kind === 'drop'
  if (other.kind === 'field' || other.kind === 'remove')
    return one.kind === 'drop' || (one.kind === 'field' && one.path === other.path)
  if (one.kind === 'field') return other.kind === 'drop'
  if (one.kind === 'edit' || other.kind === 'edit')
    return one.kind === 'edit' && other.kind === 'edit' && one.part === other.part
  return one.kind === other.kind || one.kind === 'drop' || other.kind === 'drop'
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
