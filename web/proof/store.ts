import type { Attack, Revision } from '../../engine/index.ts'
import type { Played } from '../../engine/proof.ts'
import { startPlaying } from './play.ts'
import type { Playing } from './playing.ts'
import { rowsOf, tasksOf, withOutcomes, type Row, type Task } from './rows.ts'

/** How far a proof is. */
export interface Proof {
  readonly rows: readonly Row[]
  readonly done: number
  readonly total: number
  readonly state: 'playing' | 'stopped' | 'over' | 'failed'
  /** How many workers play; none where the page does it itself. */
  readonly workers: number
  /** How long it took until every check was proved, in seconds: the worlds of the revisions come after that. */
  readonly proved: number | undefined
  /** How long it took, in seconds; undefined while it goes on. */
  readonly seconds: number | undefined
  readonly problem: string | undefined
}

const fresh = (attacks: readonly Attack[], revision: Revision): Proof => {
  const rows = rowsOf(attacks, revision)
  const total = tasksOf(rows).length
  const nothing = { workers: 0, proved: undefined, seconds: undefined, problem: undefined }
  return { rows, done: 0, total, state: 'playing', ...nothing }
}

/** How often the page is told how far it is, in milliseconds: drawing takes from those who play what they could use themselves. */
const EVERY_MS = 250

/** The proof of these attacks in a revision, which can be begun, stopped and begun again; it tells of itself every now and then. */
export const createProof = (attacks: readonly Attack[], revision: Revision) => {
  let proof = fresh(attacks, revision)
  let playing: Playing | undefined
  let news: (Task & { readonly played: Played })[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const tell = (change: Partial<Proof>) => {
    proof = { ...proof, ...change }
    for (const listener of listeners) listener()
  }
  const flush = (more: Partial<Proof> = {}) => {
    clearTimeout(timer)
    timer = undefined
    const some = news
    news = []
    tell({ rows: withOutcomes(proof.rows, some), done: proof.done + some.length, ...more })
  }
  const stop = () => {
    playing?.stop()
    playing = undefined
    flush()
  }
  return {
    get: () => proof,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Plays everything from the beginning. */
    begin: () => {
      stop()
      tell(fresh(attacks, revision))
      const started = performance.now()
      const took = () => (performance.now() - started) / 1000
      let unproved = proof.rows.reduce((sum, { runs }) => sum + runs.length, 0)
      playing = startPlaying(attacks, tasksOf(proof.rows), {
        played: (outcome) => {
          news.push(outcome)
          if (!('obedience' in outcome.job) && --unproved === 0) tell({ proved: took() })
          timer ??= setTimeout(flush, EVERY_MS)
        },
        over: () => flush({ state: 'over', seconds: took() }),
        failed: (problem) => flush({ state: 'failed', problem, seconds: took() }),
        by: (workers) => tell({ workers }),
      })
    },
    /** Stops, and keeps what was found out. */
    cancel: () => {
      stop()
      if (proof.state === 'playing') tell({ state: 'stopped' })
    },
    stop,
  }
}
