import { LETTERS, LONGEST_CODE } from './code.ts'
import { readProgressCode } from './progress-code.ts'
import { readProgressFile, type ProgressReading } from './progress-file.ts'
import { bothProgress, type LearnerProgress } from './progress.ts'
import { quoted, visible } from './text.ts'

/** What somebody handed in: a file, with its name, or a line that was typed or pasted. */
export interface HandedIn {
  readonly from: string
  readonly text: string
}

/** One learner of a class, put together from all that was handed in of him or her. */
export interface Learner {
  readonly progress: LearnerProgress
  /** Where it came from. */
  readonly from: readonly string[]
}

/** A class, and what of the things handed in has to be told: a sentence each, which says what it is about. */
export interface ClassReading {
  readonly learners: readonly Learner[]
  readonly notes: readonly string[]
}

/** A class has no more learners. */
export const MOST_LEARNERS = 500

/**
 * Reads what a class handed in. Never throws. Two things under one name and team are one person’s, put together with a note;
 * what has no name is a learner of its own.
 */
export const readClass = (
  handedIn: readonly HandedIn[],
  exercises: readonly string[],
): ClassReading => {
  const learners = new Map<string, Learner>()
  const notes: string[] = []
  if (handedIn.length > MOST_LEARNERS)
    notes.push(`Only the first ${MOST_LEARNERS} of ${handedIn.length} files and codes were read.`)
  handedIn.slice(0, MOST_LEARNERS).forEach((one, at) => {
    const from = visible(one.from, 80) || `number ${at + 1}`
    const { progress, problems } = readEither(one.text, exercises)
    notes.push(...problems.map((problem) => `${from}: ${problem}`))
    if (!progress) return
    const strangers = progress.attempts.filter(({ exercise }) => !exercises.includes(exercise))
    if (strangers.length > 0)
      notes.push(
        `${from}: ${strangers.length === 1 ? 'one exercise is' : `${strangers.length} exercises are`} not of this workshop: ${strangers
          .slice(0, 3)
          .map(({ exercise }) => exercise)
          .join(', ')}${strangers.length > 3 ? ', …' : ''}.`,
      )
    const key = keyOf(progress) ?? `#${at}`
    const before = learners.get(key)
    if (before)
      notes.push(`${from}: ${quoted(progress.name)} is there already; both were put together.`)
    learners.set(key, {
      progress: before ? bothProgress(before.progress, progress) : progress,
      from: [...(before?.from ?? []), from],
    })
  })
  return { learners: [...learners.values()], notes }
}

/** Reads a learner’s progress, whether it came as a file or as a code. Never throws. */
export const readEither = (text: string, exercises: readonly string[]): ProgressReading => {
  const start = text
    .slice(0, 100)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (start.startsWith('{')) return readProgressFile(text)
  if (text.length <= LONGEST_CODE && looksLikeCode(start)) return readProgressCode(text, exercises)
  return text.trim() === ''
    ? { progress: undefined, problems: ['It is empty.'] }
    : {
        progress: undefined,
        problems: ['It is neither a file nor a code of a learner’s progress from this lab.'],
      }
}

const looksLikeCode = (start: string): boolean => {
  const [first = ''] = start.toUpperCase()
  return first !== '' && `${LETTERS}OILU`.includes(first)
}

// Somebody who types the own name twice seldom does it the same way.
const keyOf = ({ name, team }: LearnerProgress): string | undefined => {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
  return name === '' ? undefined : JSON.stringify([plain(name), plain(team)])
}
