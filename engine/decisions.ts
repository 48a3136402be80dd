import * as z from 'zod/mini'
import { ailments } from './network/ailing.ts'
import type { Change, Interference } from './wire/interference.ts'

const id = z.int().check(z.positive(), z.lte(100_000))
const seconds = z.int().check(z.positive(), z.lte(100_000_000))
const status = z.int().check(z.gte(100), z.lte(599))
const part = z.string().check(z.regex(/^(method|url|status|body|(header|content)\.[\w-]{1,80})$/))
const text = z.string().check(z.maxLength(20_000))
const path = z
  .string()
  .check(z.regex(/^(start|query|header|form|json|html|local|text)\./), z.maxLength(600))

/** What can be decided about the parties of a run, by what it is about. */
export const choices = {
  'sign-in': ['wrong-password', 'second-try', 'close-window', 'robin'],
  consent: ['deny', 'close-window', 'deny-later', 'close-later'],
  grant: ['withdrawn'],
  registration: ['held', 'forgotten-by-server', 'elsewhere', 'refused', 'closed'],
  'authorization-server': ['down', ...ailments],
  issuer: ['with-path'],
  'server-metadata': ['openid', 'openid-appended', 'nowhere'],
  'mcp-server': ['no-challenge', 'no-metadata-url', 'metadata-at-root', 'never-enough'],
  clock: ['mcp-server-ahead'],
  code: ['reused', 'foreign'],
  'refresh-token': ['reused'],
  vault: ['keychain', 'dpapi', 'libsecret', 'plain-file'],
} as const

const choice = <Kind extends keyof typeof choices>(kind: Kind) =>
  z.object({ kind: z.literal(kind), choice: z.enum(choices[kind]) })

const decisionSchema = z.discriminatedUnion('kind', [
  choice('sign-in'),
  choice('consent'),
  choice('grant'),
  choice('registration'),
  choice('authorization-server'),
  choice('issuer'),
  choice('server-metadata'),
  choice('mcp-server'),
  choice('clock'),
  choice('code'),
  choice('refresh-token'),
  choice('vault'),
  z.object({ kind: z.literal('drop'), at: id }),
  z.object({ kind: z.literal('delay'), at: id, seconds }),
  z.object({ kind: z.literal('duplicate'), at: id }),
  z.object({ kind: z.literal('status'), at: id, status }),
  z.object({ kind: z.literal('corrupt'), at: id }),
  z.object({ kind: z.literal('edit'), at: id, part, value: text }),
  z.object({ kind: z.literal('field'), at: id, path, value: text }),
  z.object({ kind: z.literal('remove'), at: id, path }),
  z.object({ kind: z.literal('raw'), at: id, text }),
])

/**
 * One way in which a run differs from the one that plays by itself: how one of the parties is or what it does, or what the
 * learner does to the message with the id `at`.
 */
export type Decision = z.infer<typeof decisionSchema>

/** Reads a decision from a value from outside, and nothing else that is in it; undefined where it is none. */
export const readDecision = (value: unknown): Decision | undefined =>
  decisionSchema.safeParse(value).data

/** Whether a value from outside is a decision. */
export const isDecision = (value: unknown): value is Decision =>
  decisionSchema.safeParse(value).success

/** What the learner does to messages with a number, out of all decisions. */
export const interferenceOf = (decisions: readonly Decision[]): Interference[] =>
  decisions.filter((one) => 'at' in one)

/** A change to the message with the id `at`, as a decision. */
export const changeAt = (change: Change, at: number): Decision => ({ ...change, at })

/** The last decision made about one thing, when one was made. */
export const choiceOf = <Kind extends Choice['kind']>(
  decisions: readonly Decision[],
  kind: Kind,
): ChoiceOf<Kind> | undefined =>
  decisions.findLast((one) => one.kind === kind && 'choice' in one) as ChoiceOf<Kind> | undefined

type Choice = Extract<Decision, { choice: string }>
type ChoiceOf<Kind> = Extract<Choice, { kind: Kind }>

/**
 * Decisions as text for a URL: `consent.deny~delay.24.700~edit.10.body.VALUE`, with the value percent-encoded so that it
 * holds neither `~` nor `.`.
 */
export const formatDecisions = (decisions: readonly Decision[]): string =>
  decisions.map(formatOne).join('~')

const formatOne = (one: Decision): string => {
  switch (one.kind) {
    case 'drop':
    case 'duplicate':
    case 'corrupt':
      return `${one.kind}.${one.at}`
    case 'delay':
      return `delay.${one.at}.${one.seconds}`
    case 'status':
      return `status.${one.at}.${one.status}`
    case 'edit':
      return `edit.${one.at}.${escape(one.part)}.${escape(one.value)}`
    case 'field':
      return `field.${one.at}.${escape(one.path)}.${escape(one.value)}`
    case 'remove':
      return `remove.${one.at}.${escape(one.path)}`
    case 'raw':
      return `raw.${one.at}.${escape(one.text)}`
    default:
      return `${one.kind}.${one.choice}`
  }
}

const escape = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[.~!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** A link holds no more decisions than this. */
export const MOST_DECISIONS = 200

/** What came of reading decisions: those that could be read, and one sentence for each that could not. */
export interface DecisionReading {
  readonly decisions: readonly Decision[]
  readonly problems: readonly string[]
}

/** Reads decisions from text. Never throws: what cannot be read is named, and the rest stays. */
export const parseDecisions = (text: string): DecisionReading => {
  const decisions: Decision[] = []
  const problems: string[] = []
  const pieces = text.split('~').filter((one) => one !== '')
  if (pieces.length > MOST_DECISIONS)
    problems.push(`Only the first ${MOST_DECISIONS} of ${pieces.length} decisions were read`)
  for (const piece of pieces.slice(0, MOST_DECISIONS)) {
    const read = decisionSchema.safeParse(candidate(piece))
    if (read.success) decisions.push(read.data)
    else problems.push(`“${piece.slice(0, 60)}” is no decision this lab knows`)
  }
  return { decisions, problems }
}

const candidate = (piece: string): unknown => {
  const [kind, first = '', second = '', third = '', ...more] = piece.split('.')
  if (more.length > 0) return undefined
  switch (kind) {
    case 'drop':
    case 'duplicate':
    case 'corrupt':
      return second + third === '' ? { kind, at: Number(first) } : undefined
    case 'delay':
      return third === '' ? { kind, at: Number(first), seconds: Number(second) } : undefined
    case 'status':
      return third === '' ? { kind, at: Number(first), status: Number(second) } : undefined
    case 'edit':
      return { kind, at: Number(first), part: unescape(second), value: unescape(third) }
    case 'field':
      return { kind, at: Number(first), path: unescape(second), value: unescape(third) }
    case 'remove':
      return third === '' ? { kind, at: Number(first), path: unescape(second) } : undefined
    case 'raw':
      return third === '' ? { kind, at: Number(first), text: unescape(second) } : undefined
    default:
      return second + third === '' ? { kind, choice: first } : undefined
  }
}

const unescape = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
