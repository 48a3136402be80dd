import type { Hearing, Playing } from './playing.ts'
import type { Task } from './rows.ts'
import type { Answer, Order } from './worker.ts'
// oxlint-disable-next-line import/default -- Vite answers with the address of what it builds of the file
import workerUrl from './worker.ts?worker&url'
import { ownScript } from '../ui/own-script.ts'

/** More workers than this would be no faster on most machines. */
const MOST = 4
/** How many runs a worker plays at once: while one waits for a key, another goes on. */
const AT_ONCE = 4

/** Starts workers, as many as the machine has processors; none where a page may start none. */
const startWorkers = (): readonly Worker[] => {
  // From a disk no browser starts one.
  if (location.protocol === 'file:' || typeof Worker === 'undefined') return []
  try {
    return Array.from(
      { length: Math.max(1, Math.min(MOST, navigator.hardwareConcurrency || 2)) },
      () => new Worker(ownScript(workerUrl), { type: 'module' }),
    )
  } catch {
    return []
  }
}

/** Plays in workers; undefined where there are none. Where they turn out not to work, `otherwise` gets what is left. */
export const playInWorkers = (
  tasks: readonly Task[],
  { by, played, over, failed }: Hearing,
  otherwise: (rest: readonly Task[]) => Playing,
): Playing | undefined => {
  const workers = startWorkers()
  if (workers.length === 0) return undefined
  const waiting = [...tasks.entries()].toReversed()
  const out = new Map<number, Task>()
  let heard = false
  let instead: Playing | undefined
  const stop = () => {
    for (const worker of workers) worker.terminate()
    instead?.stop()
  }
  const feed = (worker: Worker) => {
    const next = waiting.pop()
    if (!next) return
    const [id, task] = next
    out.set(id, task)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
    worker.postMessage({ id, job: task.job } satisfies Order)
  }
  for (const worker of workers) {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      heard = true
      const task = out.get(data.id)
      out.delete(data.id)
      if (!task) return
      if ('problem' in data) {
        stop()
        failed(data.problem)
        return
      }
      played({ ...task, played: data.played })
      feed(worker)
      if (out.size > 0) return
      stop()
      over()
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      if (instead) return
      stop()
      if (heard) failed(event.message)
      else instead = otherwise(tasks)
    })
    for (let more = AT_ONCE; more > 0; more--) feed(worker)
  }
  by(workers.length)
  return { stop }
}
