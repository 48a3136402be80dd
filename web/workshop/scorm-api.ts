/**
 * What an LMS offers to a package of SCORM 1.2: an object named `API`, in a window around this one. It takes and gives strings
 * only; `'true'` and `'false'` say whether a call was heard.
 */
export interface ScormApi {
  LMSInitialize(empty: ''): unknown
  LMSGetValue(element: string): unknown
  LMSSetValue(element: string, value: string): unknown
  LMSCommit(empty: ''): unknown
  LMSFinish(empty: ''): unknown
  LMSGetLastError(): unknown
  LMSGetErrorString(code: string): unknown
}

/** As much of a window as the search looks at. */
export interface Opened {
  readonly API?: unknown
  readonly parent?: unknown
  readonly opener?: unknown
}

/** The API is nested no deeper than this. */
const DEEPEST = 500

const calls = [
  'LMSInitialize',
  'LMSGetValue',
  'LMSSetValue',
  'LMSCommit',
  'LMSFinish',
  'LMSGetLastError',
  'LMSGetErrorString',
] as const satisfies readonly (keyof ScormApi)[]

/** Finds the LMS: in a parent of the window, each the next one’s, or in the window that opened it and its parents. */
export const findApi = (window: Opened): ScormApi | undefined =>
  apiAbove(window) ?? apiAbove(openerOf(window))

const apiAbove = (window: unknown): ScormApi | undefined => {
  let here = window
  for (let depth = 0; depth < DEEPEST && isWindow(here); depth++) {
    const api = safely(() => (here as Opened).API)
    if (isApi(api)) return api
    const above: unknown = safely(() => (here as Opened).parent)
    if (above === here) break
    here = above
  }
  return undefined
}

// The package may stand in a frame of the window that was opened.
const openerOf = (window: Opened): unknown => {
  let here: unknown = window
  for (let depth = 0; depth < DEEPEST && isWindow(here); depth++) {
    const opener = safely(() => (here as Opened).opener)
    if (isWindow(opener)) return opener
    const above: unknown = safely(() => (here as Opened).parent)
    if (above === here) break
    here = above
  }
  return undefined
}

const isWindow = (value: unknown): value is Opened => typeof value === 'object' && value !== null

/** What a look at something of the LMS’s gives; undefined where it throws, as a window of another origin does. */
export const safely = (look: () => unknown): unknown => {
  try {
    return look()
  } catch {
    return undefined
  }
}

const isApi = (value: unknown): value is ScormApi =>
  isWindow(value) &&
  safely(() => calls.every((call) => typeof (value as ScormApi)[call] === 'function')) === true
