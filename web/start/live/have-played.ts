import type { RunAtAGlance } from '../../../engine/glance.ts'
import { ownScript } from '../../ui/own-script.ts'
import type { Played } from './worker.ts'
// oxlint-disable-next-line import/default -- Vite answers with the address of what it builds of the file
import workerUrl from './worker.ts?worker&url'

/** Starts the worker that plays; none where a page may start none. */
const startWorker = (): Worker | undefined => {
  // From a disk no browser starts one.
  if (location.protocol === 'file:' || typeof Worker === 'undefined') return undefined
  try {
    return new Worker(ownScript(workerUrl), { type: 'module' })
  } catch {
    return undefined
  }
}

const inWorker = (worker: Worker): Promise<Played | undefined> =>
  new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Played>) => resolve(data))
    // It could not be loaded, or not be started: that says nothing about the run.
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      resolve(undefined)
    })
  })

/** Has the first lesson played: in a worker, or in the page where it can start none. Throws what kept it from being played. */
export const havePlayed = async (): Promise<RunAtAGlance> => {
  const worker = startWorker()
  const played = worker && (await inWorker(worker))
  worker?.terminate()
  if (!played) return (await import('./play.ts')).playFirst()
  if ('problem' in played) throw new Error(played.problem)
  return played.run
}
