import { checkWithId } from './checks/index.ts'
import type { Finding } from './checks/check.ts'
import { isKin, type Occurrence, type ValueIndex } from './values-index.ts'
import type { Field } from './wire/fields.ts'
import type { WireMessage } from './wire/message.ts'

/** A check that looks at a value, and where in this run it was made on it. */
export interface CheckOnValue {
  readonly id: string
  /** Undefined where this run never came to it. */
  readonly made: { readonly message: WireMessage; readonly finding: Finding } | undefined
}

/** Where a part of a message comes from, where else it stands, and who checks it. */
export interface Answer {
  /** The first message that carries it; the message itself where it is new. */
  readonly first: Occurrence
  /** Every message that carries it, one appearance each, in the order of the log. */
  readonly appearances: readonly Occurrence[]
  /** Empty where nobody compares it. */
  readonly checks: readonly CheckOnValue[]
}

/** Answers for a part of a message what a reader asks of it. Its value stands in the log, so it has a first message. */
export const answerFor = (
  { path, value, note }: Pick<Field, 'path' | 'value' | 'note'>,
  message: WireMessage,
  log: readonly WireMessage[],
  index: ValueIndex,
): Answer => {
  const here: Occurrence = { message, path, how: 'itself', holders: [] }
  const found = onePerMessage(index.find(value))
  const appearances = found.some((one) => one.message === message) ? found : [...found, here]
  const carriers = new Set(appearances.map((one) => one.message))
  const compared = index
    .comparisonsOf(value)
    .filter((one) => carriers.has(one.message) && value.length >= LEAST)
    .map(({ check }) => check)
  const ids = [...new Set([...(note?.checkedBy ?? []), ...compared])].filter(
    (id) => checkWithId(id) !== undefined,
  )
  return {
    first: appearances.find(({ how }) => !isKin(how)) ?? here,
    appearances,
    checks: ids.map((id) => ({ id, made: madeOn(id, message, log, carriers) })),
  }
}

/** Shorter texts are compared everywhere, and not because of this part. */
const LEAST = 8

/** Of several appearances in a message the value itself counts before what is bound to it. */
const onePerMessage = (occurrences: readonly Occurrence[]): Occurrence[] => {
  const first = new Map<WireMessage, Occurrence>()
  for (const one of occurrences) if (!first.has(one.message)) first.set(one.message, one)
  return [...first.values()]
}

/** Where a check was made on a value: on this message, or else on one that carries it too. */
const madeOn = (
  id: string,
  message: WireMessage,
  log: readonly WireMessage[],
  carriers: ReadonlySet<WireMessage>,
): CheckOnValue['made'] => {
  const on = (one: WireMessage) => {
    const finding = one.findings.find(({ check }) => check === id)
    return finding && { message: one, finding }
  }
  const here = on(message)
  if (here) return here
  for (const one of log) {
    const made = carriers.has(one) ? on(one) : undefined
    if (made) return made
  }
  return undefined
}
