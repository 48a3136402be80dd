import { useEffect, useSyncExternalStore } from 'react'
import { markDone, onProgress, progressNow, type Mark, type Progress } from './progress.ts'

const NOTHING: Progress = {}

/** What was done so far; nothing in a page that is only written down yet. */
export const useProgress = (): Progress =>
  useSyncExternalStore(onProgress, progressNow, () => NOTHING)

/** Keeps that something was done with a scenario as soon as it has been. */
export const useMark = (id: string, mark: Mark, done: boolean): void => {
  useEffect(() => {
    if (done) markDone(id, mark)
  }, [id, mark, done])
}
