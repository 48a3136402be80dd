import type { Ask, Said } from '../../engine/written.ts'
import { ownScript, ownScriptInPage } from '../ui/own-script.ts'
import { LONGEST_SOURCE, TOO_SLOW, tooLong, type Answer, type Order } from './asking.ts'
// oxlint-disable-next-line import/default -- Vite answers with the address of what it builds of the file
import workerUrl from './sandbox-worker.ts?worker&url'

/** How long the sandbox may take to load, and to answer once: the interpreter stops by itself before that, if it still can. */
const LOADING_MS = 30_000
const ANSWER_MS = 3_000

/** A written check that runs where nothing is but the interpreter, one question at a time. */
export interface Sandbox {
  readonly ask: Ask
  /** Stops it, whatever it does. Whoever still waits for an answer gets one. */
  end(): void
}

const trouble = (sentence: string): Extract<Said, { is: 'trouble' }> => ({
  is: 'trouble',
  sentence,
})

const NOT_STARTED = trouble(
  'The sandbox could not be started: this browser lets the page start no worker. What you wrote is still here.',
)
const NOT_LOADED = trouble(
  'The sandbox could not be loaded. Check the connection and run it again; what you wrote is still here.',
)
const ENDED = trouble('It was stopped.')

// The single file that is opened from a disk carries the worker in itself.
const startWorker = (): Worker | undefined => {
  try {
    const address =
      location.protocol === 'file:' ? ownScriptInPage('sandbox-worker') : ownScript(workerUrl)
    return new Worker(address, { type: location.protocol === 'file:' ? 'classic' : 'module' })
  } catch {
    return undefined
  }
}

/** Loads the sandbox and has it read a check. Answers what is wrong with the check where it cannot be read. */
export const openSandbox = async (
  source: string,
): Promise<Sandbox | Extract<Said, { is: 'trouble' }>> => {
  if (source.length > LONGEST_SOURCE) return trouble(tooLong(source.length))
  const worker = startWorker()
  if (!worker) return NOT_STARTED
  let over: Said | undefined
  let settle: ((answer: Answer) => void) | undefined
  const stop = (said: Extract<Said, { is: 'trouble' }>) => {
    worker.terminate()
    over ??= said
    settle?.(over)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => settle?.(data))
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    stop(NOT_LOADED)
  })
  const next = (order: Order | undefined, within: number, late: typeof ENDED): Promise<Answer> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => stop(late), within)
      settle = (answer) => {
        clearTimeout(timer)
        settle = undefined
        resolve(answer)
      }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
      if (order) worker.postMessage(order)
    })

  const there = await next(undefined, LOADING_MS, NOT_LOADED)
  if (there.is === 'trouble') return there
  const read = await next({ source }, ANSWER_MS, trouble(TOO_SLOW))
  const problem = read.is === 'read' ? read.problem : read.is === 'trouble' ? read.sentence : ''
  if (problem !== undefined) {
    worker.terminate()
    return trouble(problem)
  }
  let last: Promise<unknown> = Promise.resolve()
  const askNow = async (values: Parameters<Ask>[0]): Promise<Said> => {
    if (over) return over
    const answer = await next({ values }, ANSWER_MS, trouble(TOO_SLOW))
    return answer.is === 'verdict' || answer.is === 'trouble' ? answer : ENDED
  }
  return {
    ask: (values) => {
      const said = last.then(() => askNow(values))
      last = said
      return said
    },
    end: () => stop(ENDED),
  }
}
