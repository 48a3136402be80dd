/** How far a learner has come with one exercise. */
export interface Attempt {
  readonly exercise: string
  /** When it was solved first, in milliseconds since 1970, to the minute, or `SOME_TIME`; undefined: it is still open. */
  readonly solved: number | undefined
  /** How many hints were looked at. */
  readonly hints: number
  /** How many answers were given. */
  readonly tries: number
  /** Whether the solution was played. */
  readonly shown: boolean
}

/** What a learner did: who, in which workshop, and each exercise once, in the order in which they were begun. */
export interface LearnerProgress {
  readonly name: string
  readonly team: string
  /** The seed of the workshop; empty where there was none. */
  readonly workshop: string
  readonly attempts: readonly Attempt[]
}

/** Solved, and nobody knows when: a short code does not say. */
export const SOME_TIME = 0

/** Counts stop here. */
export const MOST_TRIES = 9_999
/** Hints stop here: an exercise has three. */
export const MOST_HINTS = 3
/** More exercises than this nobody has done. */
export const MOST_ATTEMPTS = 500
/** The end of the year 2099: what is later is no moment of a workshop. */
export const LATEST = 4_102_444_800_000

export const MINUTE = 60_000

/** A learner who has done nothing yet. */
export const nothingDone = (name = '', team = '', workshop = ''): LearnerProgress => ({
  name,
  team,
  workshop,
  attempts: [],
})

/** What a learner does with an exercise. */
export type Deed =
  | { readonly kind: 'hint'; readonly number: number }
  | { readonly kind: 'answer'; readonly solved: boolean; readonly at: number }
  | { readonly kind: 'solution' }

/** The same with one deed more. Once an exercise is solved, only the solution may still be looked at: the rest was before. */
export const withDeed = (
  progress: LearnerProgress,
  exercise: string,
  deed: Deed,
): LearnerProgress => {
  const before = attemptAt(progress, exercise)
  const after = afterDeed(before ?? untouched(exercise), deed)
  if (before === after) return progress
  const attempts = before
    ? progress.attempts.map((one) => (one === before ? after : one))
    : [...progress.attempts, after]
  return { ...progress, attempts }
}

/** What a learner did with an exercise, where anything was done. */
export const attemptAt = ({ attempts }: LearnerProgress, exercise: string): Attempt | undefined =>
  attempts.find((one) => one.exercise === exercise)

const untouched = (exercise: string): Attempt => ({
  exercise,
  solved: undefined,
  hints: 0,
  tries: 0,
  shown: false,
})

const afterDeed = (attempt: Attempt, deed: Deed): Attempt => {
  if (attempt.solved !== undefined) return attempt
  if (deed.kind === 'solution') return attempt.shown ? attempt : { ...attempt, shown: true }
  if (deed.kind === 'hint')
    return deed.number <= attempt.hints
      ? attempt
      : { ...attempt, hints: Math.min(deed.number, MOST_HINTS) }
  const tries = Math.min(attempt.tries + 1, MOST_TRIES)
  return { ...attempt, tries, solved: deed.solved ? toTheMinute(deed.at) : undefined }
}

/** A moment without its seconds, as codes keep it. */
export const toTheMinute = (at: number): number => Math.floor(at / MINUTE) * MINUTE

/**
 * What one learner did as two places know it: two tabs, or a file and a code. Nothing that was done is lost; of two moments
 * the earlier counts, of two counts the higher.
 */
export const bothProgress = (one: LearnerProgress, other: LearnerProgress): LearnerProgress => ({
  name: one.name || other.name,
  team: one.team || other.team,
  workshop: one.workshop || other.workshop,
  attempts: [
    ...one.attempts.map((attempt) => {
      const same = attemptAt(other, attempt.exercise)
      return same ? bothAttempts(attempt, same) : attempt
    }),
    ...other.attempts.filter(({ exercise }) => !attemptAt(one, exercise)),
  ],
})

const bothAttempts = (one: Attempt, other: Attempt): Attempt => ({
  exercise: one.exercise,
  solved: earlier(one.solved, other.solved),
  hints: Math.max(one.hints, other.hints),
  tries: Math.max(one.tries, other.tries),
  shown: one.shown || other.shown,
})

const earlier = (one: number | undefined, other: number | undefined): number | undefined => {
  if (one === undefined || other === undefined) return one ?? other
  return one === SOME_TIME || other === SOME_TIME ? Math.max(one, other) : Math.min(one, other)
}

/** The exercises that a learner has solved. */
export const solvedIn = ({ attempts }: LearnerProgress): readonly string[] =>
  attempts.flatMap(({ exercise, solved }) => (solved === undefined ? [] : [exercise]))
