import * as z from 'zod/mini'
import type { Answer, Exercise, ExerciseKind } from './kinds.ts'

const word = z.string().check(z.regex(/^[a-z0-9][A-Za-z0-9/-]{0,60}$/))
const MOST = 40

const schemas = {
  bet: z.object({ kind: z.literal('bet'), says: word }),
  find: z.object({
    kind: z.literal('find'),
    check: z.optional(word),
    party: z.optional(word),
  }),
  fix: z.object({ kind: z.literal('fix'), remember: z.array(word).check(z.maxLength(MOST)) }),
  break: z.object({ kind: z.literal('break'), moves: z.array(word).check(z.maxLength(MOST)) }),
} as const satisfies Readonly<Record<ExerciseKind, z.ZodMiniType<Answer>>>

/** What came of reading an answer: the answer, or one sentence that says what was wrong with it. */
export type AnswerReading = { readonly answer: Answer } | { readonly problem: string }

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Reads an answer to a kind of exercise from a value from outside: stored progress, or a message. */
export const readAnswer = (kind: ExerciseKind, value: unknown): AnswerReading => {
  const schema: z.ZodMiniType<Answer> = schemas[kind]
  const read = z.safeParse(schema, value)
  if (read.success) return { answer: read.data }
  const [issue] = read.error.issues
  const where = issue && issue.path.length > 0 ? `its “${issue.path.join('.')}”` : 'it'
  return {
    problem: `“${shown(value)}” is no answer to an exercise of the kind “${kind}”: ${where} cannot be read.`,
  }
}

/** Where each kind keeps what was answered. */
const pieces = (answer: Answer): readonly string[] => {
  switch (answer.kind) {
    case 'bet':
      return [answer.says]
    case 'find':
      return [answer.check ?? answer.party ?? '']
    case 'fix':
      return answer.remember
    case 'break':
      return answer.moves
  }
}

/** An answer as text for a URL or for storage: `fix.as/iss-sent~client/iss-matches`. */
export const formatAnswer = (answer: Answer): string =>
  `${answer.kind}.${pieces(answer)
    .filter((one) => one !== '')
    .join('~')}`

const candidate = (kind: string, given: readonly string[]): unknown => {
  switch (kind) {
    case 'bet':
      return { kind, says: given.join('~') }
    case 'find':
      return given.length > 1
        ? given
        : { kind, ...(given[0] && { [given[0].includes('/') ? 'check' : 'party']: given[0] }) }
    case 'fix':
      return { kind, remember: given }
    default:
      return { kind, moves: given }
  }
}

const listed = (given: readonly string[]): string => given.map((one) => `“${one}”`).join(', ')

/** What an answer names that its exercise does not offer. */
const strangersIn = (exercise: Exercise, answer: Answer): readonly string[] => {
  const offered =
    exercise.kind === 'bet'
      ? exercise.options.map(({ id }) => id)
      : exercise.kind === 'break'
        ? exercise.menu.map(({ id }) => id)
        : undefined
  return offered ? pieces(answer).filter((one) => !offered.includes(one)) : []
}

/** Reads an answer to an exercise from text. Never throws: what cannot be read, or is not offered there, is named. */
export const parseAnswer = (exercise: Exercise, text: string): AnswerReading => {
  const [, kind = '', rest = ''] = /^([a-z]+)\.(.*)$/s.exec(text) ?? []
  if (kind !== exercise.kind)
    return {
      problem: `“${shown(text)}” is no answer to this exercise: those begin with “${exercise.kind}.”`,
    }
  const given = rest.split('~').filter((one) => one !== '')
  const read = readAnswer(exercise.kind, candidate(kind, given))
  if ('problem' in read) return read
  const strangers = strangersIn(exercise, read.answer)
  return strangers.length > 0
    ? { problem: `This exercise does not offer ${listed(strangers)}.` }
    : read
}
