import { BitReader, BitsEnded, BitWriter } from './bits.ts'
import { kinds, readCode, writeCode } from './code.ts'
import { numberOfList } from './named.ts'
import {
  LATEST,
  MINUTE,
  MOST_HINTS,
  MOST_TRIES,
  SOME_TIME,
  type Attempt,
  type LearnerProgress,
} from './progress.ts'
import type { ProgressReading } from './progress-file.ts'
import { visible } from './text.ts'

// A code names exercises by their place in a list that both sides have: the workshop's own, or all there are.

const LIST_BITS = 15
const MINUTE_BITS = 26

/** Which exercises of a list are solved, as the shortest code: forty exercises in 23 characters. */
export const solvedCode = (progress: LearnerProgress, exercises: readonly string[]): string => {
  const bits = new BitWriter().fixed(numberOfList(exercises, LIST_BITS), LIST_BITS)
  const solved = new Set(
    progress.attempts.filter((one) => one.solved !== undefined).map((one) => one.exercise),
  )
  for (const exercise of exercises) bits.fixed(solved.has(exercise) ? 1 : 0, 1)
  return writeCode('S', bits.bits)
}

/** All that a learner did with the exercises of a list, as a code. */
export const progressCode = (progress: LearnerProgress, exercises: readonly string[]): string => {
  const bits = new BitWriter().fixed(numberOfList(exercises, LIST_BITS), LIST_BITS)
  const attempts = new Map(progress.attempts.map((one) => [one.exercise, one]))
  const moments = progress.attempts.flatMap(({ solved }) => (solved === undefined ? [] : [solved]))
  const first = moments.length === 0 ? 0 : Math.floor(Math.min(...moments) / MINUTE)
  bits.fixed(first, MINUTE_BITS)
  for (const exercise of exercises) {
    const attempt = attempts.get(exercise)
    bits.fixed(attempt ? 1 : 0, 1)
    if (attempt) writeAttempt(bits, attempt, first)
  }
  for (const text of [progress.name, progress.team, progress.workshop]) writeText(bits, text)
  return writeCode('P', bits.bits)
}

/** Reads either code of a learner. Never throws: what is wrong is told, by its group where that can be told. */
export const readProgressCode = (text: string, exercises: readonly string[]): ProgressReading => {
  const read = readCode(text)
  if ('problems' in read) return { progress: undefined, problems: read.problems }
  if (read.kind === 'G') return nothing(`This is the code of ${kinds.G}, and not of a learner.`)
  const bits = new BitReader(read.bits)
  try {
    if (bits.fixed(LIST_BITS) !== numberOfList(exercises, LIST_BITS))
      return nothing(
        'The code is right, but of another list of exercises: of another workshop, or from an older lab.',
      )
    const progress = read.kind === 'S' ? readSolved(bits, exercises) : readAll(bits, exercises)
    if (!bits.isDone) throw new BitsEnded()
    const blind =
      read.kind === 'S'
        ? ['This code tells which exercises are solved, and not by whom or when.']
        : []
    return { progress, problems: blind }
  } catch (error) {
    if (error instanceof BitsEnded)
      return nothing(
        'The code is right by its checks, but what it says cannot be: this lab did not write it.',
      )
    throw error
  }
}

const nothing = (problem: string): ProgressReading => ({ progress: undefined, problems: [problem] })

const writeAttempt = (bits: BitWriter, attempt: Attempt, first: number): void => {
  bits
    .fixed(attempt.hints, 2)
    .fixed(attempt.shown ? 1 : 0, 1)
    .varied(attempt.tries, 2)
  bits.fixed(attempt.solved === undefined ? 0 : 1, 1)
  if (attempt.solved !== undefined) bits.varied(Math.floor(attempt.solved / MINUTE) - first, 6)
}

const readAttempt = (bits: BitReader, exercise: string, first: number): Attempt => {
  const hints = bits.fixed(2)
  const shown = bits.fixed(1) === 1
  const tries = bits.varied(2)
  const solved = bits.fixed(1) === 1 ? (first + bits.varied(6)) * MINUTE : undefined
  if (hints > MOST_HINTS || tries > MOST_TRIES || (solved ?? 0) >= LATEST) throw new BitsEnded()
  return { exercise, solved, hints, tries, shown }
}

const readSolved = (bits: BitReader, exercises: readonly string[]): LearnerProgress => ({
  name: '',
  team: '',
  workshop: '',
  attempts: exercises.flatMap((exercise) =>
    bits.fixed(1) === 1 ? [{ exercise, solved: SOME_TIME, hints: 0, tries: 0, shown: false }] : [],
  ),
})

const readAll = (bits: BitReader, exercises: readonly string[]): LearnerProgress => {
  const first = bits.fixed(MINUTE_BITS)
  const attempts = exercises.flatMap((exercise) =>
    bits.fixed(1) === 1 ? [readAttempt(bits, exercise, first)] : [],
  )
  return { attempts, name: readText(bits), team: readText(bits), workshop: readText(bits) }
}

const writeText = (bits: BitWriter, text: string): void => {
  const bytes = new TextEncoder().encode(visible(text))
  bits.varied(bytes.length, 4)
  for (const byte of bytes) bits.fixed(byte, 8)
}

const readText = (bits: BitReader): string => {
  const length = bits.varied(4)
  const bytes = Uint8Array.from({ length: Math.min(length, 1_000) }, () => bits.fixed(8))
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (visible(text) === text) return text
  } catch {
    // As below: no lab writes that.
  }
  throw new BitsEnded()
}
