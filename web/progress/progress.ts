import { dropText, isHereAlone, keepText } from './storage.ts'

/** What a reader may have done with a scenario: opened it, come to its end, bet on an attack. */
export const marks = ['opened', 'bet', 'seen'] as const
export type Mark = (typeof marks)[number]

/** What was done, by the ids of scenarios. */
export type Progress = Readonly<Record<string, readonly Mark[]>>

const KEY = 'handshake-lab.progress'
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** More than this is not of this lab. */
const MOST = 500

/** Reads what was kept; whatever else stands there counts as nothing. */
export const readProgress = (text: string | null): Progress => {
  let kept: unknown
  try {
    kept = JSON.parse(text ?? '{}')
  } catch {
    return {}
  }
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept)
      .slice(0, MOST)
      .flatMap(([id, done]: [string, unknown]) => {
        const known = Array.isArray(done) ? marks.filter((mark) => done.includes(mark)) : []
        return ID.test(id) && known.length > 0 ? [[id, known] as const] : []
      }),
  )
}

/** The same with one mark more; nothing new is the same object. */
export const withMark = (progress: Progress, id: string, mark: Mark): Progress => {
  const done = Object.hasOwn(progress, id) ? progress[id]! : []
  if (done.includes(mark)) return progress
  return { ...progress, [id]: marks.filter((one) => one === mark || done.includes(one)) }
}

/** What stands in one of them: another tab may have kept something since, and what could not be kept was done all the same. */
const together = (one: Progress, other: Progress): Progress =>
  Object.entries(other)
    .flatMap(([id, done]) => done.map((mark) => [id, mark] as const))
    .reduce((all, [id, mark]) => withMark(all, id, mark), one)

// Without storage, what was done is known for as long as the page is open.
let progress: Progress | undefined
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

const load = (): Progress => {
  try {
    return readProgress(localStorage.getItem(KEY))
  } catch {
    return {}
  }
}

/** What was done so far in this browser. */
export const progressNow = (): Progress => (progress ??= load())

/** Keeps that something was done, where storage allows it. */
export const markDone = (id: string, mark: Mark): void => {
  const known = together(progressNow(), load())
  const next = withMark(known, id, mark)
  if (next === known && progress) return
  progress = next
  keepText(KEY, JSON.stringify(next))
  tell()
}

/** Forgets all that was done. */
export const forgetProgress = (): void => {
  progress = {}
  dropText(KEY)
  tell()
}

/** Calls back whenever something was done, here or in another tab. */
export const onProgress = (listener: () => void): (() => void) => {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== KEY && key !== null) return
    // What only this page knows is forgotten when another tab forgets everything, and not when it has done more.
    progress = newValue !== null && isHereAlone(KEY) ? together(progressNow(), load()) : load()
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', onStorage)
  }
}
