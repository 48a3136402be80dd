import { findApi, safely, type Opened, type ScormApi } from './scorm-api.ts'

/** The data model has no room for more characters. */
export const LONGEST_SUSPEND_DATA = 4096

/** What a learner’s LMS says at the beginning. */
export interface Resumed {
  readonly name: string
  readonly status: string
  readonly suspendData: string
}

/** How far a learner is in a package. */
export interface Standing {
  readonly solved: number
  readonly of: number
  /** What is wanted back at the next opening: the code of the progress. */
  readonly code: string
}

/** A session with an LMS. Each call gives back what went wrong, in sentences; empty where all of it was heard. */
export interface ScormSession {
  readonly resumed: Resumed
  save(standing: Standing): readonly string[]
  /** Ends the session, which took so many seconds. */
  finish(seconds: number): readonly string[]
}

/** What came of opening a session. */
export type ScormOpening =
  | { readonly session: ScormSession; readonly problems: readonly string[] }
  | { readonly problem: string }

/** Opens a session with the LMS, and marks a package that was never opened as incomplete. Never throws. */
export const openScorm = (window: Opened): ScormOpening => {
  const api = findApi(window)
  if (!api)
    return {
      problem:
        'No LMS was found around this page, so nothing is reported to one. The lab works all the same.',
    }
  const line = lineTo(api)
  if (!line.tell('LMSInitialize', '')) return { problem: line.problems().join(' ') }
  const resumed: Resumed = {
    name: line.ask('cmi.core.student_name'),
    status: line.ask('cmi.core.lesson_status'),
    suspendData: line.ask('cmi.suspend_data'),
  }
  if (resumed.status === 'not attempted' || resumed.status === '') {
    line.tell('LMSSetValue', 'cmi.core.lesson_status', 'incomplete')
    line.tell('LMSCommit', '')
  }
  let isOver = false
  const session: ScormSession = {
    resumed,
    save: (standing) => {
      if (isOver) return ['The session with the LMS is over, so nothing more was reported to it.']
      const isDone = standing.of > 0 && standing.solved >= standing.of
      const score = standing.of === 0 ? 0 : Math.floor((100 * standing.solved) / standing.of)
      line.tell('LMSSetValue', 'cmi.core.score.min', '0')
      line.tell('LMSSetValue', 'cmi.core.score.max', '100')
      line.tell('LMSSetValue', 'cmi.core.score.raw', String(score))
      line.tell('LMSSetValue', 'cmi.core.lesson_status', statusAfter(resumed.status, isDone))
      const problems: string[] = []
      if (standing.code.length <= LONGEST_SUSPEND_DATA)
        line.tell('LMSSetValue', 'cmi.suspend_data', standing.code)
      else
        problems.push(
          `The progress has ${standing.code.length} characters, and an LMS keeps ${LONGEST_SUSPEND_DATA}: it was not kept there.`,
        )
      line.tell('LMSCommit', '')
      return [...problems, ...line.problems()]
    },
    finish: (seconds) => {
      if (isOver) return []
      isOver = true
      line.tell('LMSSetValue', 'cmi.core.session_time', timespan(seconds))
      // So that the next opening gets back what was kept.
      line.tell('LMSSetValue', 'cmi.core.exit', 'suspend')
      line.tell('LMSCommit', '')
      line.tell('LMSFinish', '')
      return line.problems()
    },
  }
  return { session, problems: line.problems() }
}

// A timespan of SCORM 1.2 is `HHHH:MM:SS`.
const timespan = (seconds: number): string => {
  const whole = Math.min(Math.max(0, Math.floor(seconds)), 9999 * 3600)
  const two = (count: number) => String(count % 60).padStart(2, '0')
  const hours = String(Math.floor(whole / 3600)).padStart(4, '0')
  return `${hours}:${two(Math.floor(whole / 60))}:${two(whole)}`
}

// What an LMS has as done stays done.
const statusAfter = (before: string, isDone: boolean): string => {
  if (before === 'passed' || before === 'completed') return before
  return isDone ? 'completed' : 'incomplete'
}

const lineTo = (api: ScormApi) => {
  let told: string[] = []
  const fault = (what: string) => {
    const code = textOf(safely(() => api.LMSGetLastError()))
    const words = textOf(safely(() => api.LMSGetErrorString(code)))
    told.push(`The LMS did not take ${what}: error ${code || 'unknown'}${words && `, ${words}`}.`)
  }
  return {
    /** Calls the LMS; whether it heard. */
    tell: (
      call: 'LMSInitialize' | 'LMSSetValue' | 'LMSCommit' | 'LMSFinish',
      ...given: [string, string?]
    ) => {
      const answer = safely(() => (api[call] as (...given: unknown[]) => unknown)(...given))
      const heard = answer === true || String(answer) === 'true'
      if (!heard) fault(call === 'LMSSetValue' ? given[0] : call)
      return heard
    },
    /** Asks for a value; empty where there is none. */
    ask: (element: string): string => textOf(safely(() => api.LMSGetValue(element))),
    /** What went wrong since it was asked last. */
    problems: (): readonly string[] => {
      const since = told
      told = []
      return since
    },
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 10_000) : ''

/** Ends a session when its page is left, however that happens. `now` is a stopwatch in milliseconds. */
export const finishOnLeaving = (
  session: ScormSession,
  page: Pick<EventTarget, 'addEventListener'>,
  now: () => number,
): void => {
  const began = now()
  const leave = () => void session.finish((now() - began) / 1000)
  // Some browsers tell only one of them.
  page.addEventListener('pagehide', leave)
  page.addEventListener('beforeunload', leave)
}
