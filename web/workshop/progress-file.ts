import { fewProblems } from '../../engine/index.ts'
import * as z from 'zod/mini'
import { crc32 } from './crc.ts'
import {
  LATEST,
  MOST_ATTEMPTS,
  MOST_HINTS,
  MOST_TRIES,
  toTheMinute,
  type Attempt,
  type LearnerProgress,
} from './progress.ts'
import { isId, isVisible, quoted, visible } from './text.ts'

const FORMAT = 'handshake-lab-progress'
const VERSION = 1
/** A file of more characters than this is not read. */
export const LONGEST_FILE = 5_000_000

/** What stands in every file, for whoever opens it. */
export const ABOUT_TRUST =
  'The checksum tells accidents, not cheating: what a browser checks, its owner can change. Where it matters, look on.'

/** What a learner did as a file, in JSON with a checksum. */
export const progressFile = (progress: LearnerProgress): string => {
  const { name, team, workshop } = progress
  const exercises = progress.attempts.map(({ exercise, solved, hints, tries, shown }) => ({
    exercise,
    solved: solved === undefined ? null : new Date(solved).toISOString(),
    hints,
    tries,
    solutionShown: shown,
  }))
  const what = { name, team, workshop, exercises }
  return `${JSON.stringify(
    { format: FORMAT, version: VERSION, about: ABOUT_TRUST, ...what, checksum: checksum(what) },
    undefined,
    2,
  )}\n`
}

/** What came of a file or a code: what a learner did, and what of it could not be read; or only what is wrong. */
export interface ProgressReading {
  readonly progress: LearnerProgress | undefined
  readonly problems: readonly string[]
}

const whole = (most: number) => z.int().check(z.nonnegative(), z.lte(most))

const envelope = z.object({ format: z.literal(FORMAT), version: z.int() })
const contents = z.object({
  name: z.string(),
  team: z.string(),
  workshop: z.string(),
  exercises: z.array(z.unknown()),
  checksum: z.string(),
})
const entry = z.object({
  exercise: z.string().check(z.refine(isId)),
  solved: z.nullable(z.iso.datetime()),
  hints: whole(MOST_HINTS),
  tries: whole(MOST_TRIES),
  solutionShown: z.boolean(),
})

/** Reads a learner’s file. Never throws, and believes nothing: what is not as it was written is told, and so is an edited file. */
export const readProgressFile = (text: string): ProgressReading => {
  if (text.length > LONGEST_FILE)
    return nothing(`The file is longer than ${LONGEST_FILE.toLocaleString('en')} characters.`)
  if (text.trim() === '') return nothing('The file is empty.')
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const where = error instanceof Error ? visible(error.message, 120) : ''
    return nothing(`The file is no JSON, or it is cut off: ${where}.`)
  }
  const about = envelope.safeParse(json)
  if (!about.success)
    return nothing(
      'The file is JSON, but none that this lab wrote: it has no `format` of a learner’s progress.',
    )
  if (about.data.version !== VERSION)
    return nothing(
      `The file is of version ${about.data.version}, and this lab reads version ${VERSION}.`,
    )
  const read = contents.safeParse(json)
  if (!read.success)
    return nothing(
      ...read.error.issues.map(
        ({ path }) => `\`${path.join('.')}\` is missing, or of another kind.`,
      ),
    )
  const { checksum: given, exercises, ...who } = read.data
  const problems =
    given === checksum({ ...who, exercises })
      ? []
      : ['The checksum does not fit: the file was damaged or edited after the lab wrote it.']
  const attempts = readEntries(exercises, problems)
  const named = (field: 'name' | 'team' | 'workshop') => {
    const value = who[field]
    if (value !== '' && !isVisible(value))
      problems.push(
        `\`${field}\` is too long or has letters in it that cannot be seen: they are left out.`,
      )
    return visible(value)
  }
  const progress = {
    name: named('name'),
    team: named('team'),
    workshop: named('workshop'),
    attempts,
  }
  return { progress, problems: fewProblems(problems) }
}

const nothing = (...problems: readonly string[]): ProgressReading => ({
  progress: undefined,
  problems: fewProblems(problems),
})

const readEntries = (exercises: readonly unknown[], problems: string[]): Attempt[] => {
  const attempts = new Map<string, Attempt>()
  if (exercises.length > MOST_ATTEMPTS)
    problems.push(`Only the first ${MOST_ATTEMPTS} exercises were read.`)
  exercises.slice(0, MOST_ATTEMPTS).forEach((one, at) => {
    const read = entry.safeParse(one)
    const solved = read.data?.solved ? Date.parse(read.data.solved) : undefined
    if (!read.success)
      problems.push(
        `Exercise ${at + 1} in the file: \`${read.error.issues[0]?.path.join('.') || 'all of it'}\` is not as the lab writes it.`,
      )
    else if (solved !== undefined && !(solved >= 0 && solved < LATEST))
      problems.push(`Exercise ${at + 1} in the file was solved at a moment that cannot be.`)
    else if (attempts.has(read.data.exercise))
      problems.push(`${quoted(read.data.exercise)} stands there twice; the first one counts.`)
    else
      attempts.set(read.data.exercise, {
        exercise: read.data.exercise,
        solved: solved === undefined ? undefined : toTheMinute(solved),
        hints: read.data.hints,
        tries: read.data.tries,
        shown: read.data.solutionShown,
      })
  })
  return [...attempts.values()]
}

const checksum = (what: object): string => crc32(JSON.stringify(what)).toString(16).padStart(8, '0')
