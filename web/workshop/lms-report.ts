import { progressCode, readProgressCode, solvedCode } from './progress-code.ts'
import { solvedIn } from './progress.ts'
import type { LearnerStore } from './learner-store.ts'
import type { Opened } from './scorm-api.ts'
import { visible } from './text.ts'
import { finishOnLeaving, LONGEST_SUSPEND_DATA, openScorm } from './scorm.ts'

/** What a page gives for its learner to be reported to an LMS. */
export interface Reporting {
  readonly window: Opened & Pick<EventTarget, 'addEventListener'>
  readonly exercises: readonly string[]
  readonly store: LearnerStore
  /** A stopwatch in milliseconds. */
  readonly now: () => number
  /** Told what went wrong, whenever it does. */
  readonly onProblems: (problems: readonly string[]) => void
}

/**
 * Reports a learner to the LMS around the page: takes what it kept, tells it every change, and ends with the page. Whether
 * there is an LMS.
 */
export const reportToLms = ({ window, exercises, store, now, onProblems }: Reporting): boolean => {
  const opened = openScorm(window)
  if ('problem' in opened) {
    onProblems([opened.problem])
    return false
  }
  const { session, problems } = opened
  const kept = session.resumed.suspendData
  const read = kept === '' ? undefined : readProgressCode(kept, exercises)
  const lost = read && !read.progress
  onProblems([
    ...problems,
    ...(lost
      ? [
          ...read.problems,
          `The LMS had kept that, and keeps it until you go on: ${visible(kept, LONGEST_SUSPEND_DATA)}`,
        ]
      : []),
  ])
  if (read?.progress) store.take(read.progress)
  const save = () => {
    const progress = store.now()
    const solved = new Set(solvedIn(progress))
    const whole = progressCode(progress, exercises)
    const code = whole.length <= LONGEST_SUSPEND_DATA ? whole : solvedCode(progress, exercises)
    const done = exercises.filter((exercise) => solved.has(exercise)).length
    onProblems(session.save({ solved: done, of: exercises.length, code }))
  }
  if (!lost) save()
  store.onChange(save)
  finishOnLeaving(session, window, now)
  return true
}
