import type { RunAtAGlance } from '../../../engine/glance.ts'
import { playFirst } from './play.ts'

/** What the worker says: the run, or what kept it from being played. */
export type Played = { readonly run: RunAtAGlance } | { readonly problem: string }

const port = globalThis as unknown as { postMessage(played: Played): void }

playFirst().then(
  (run) => port.postMessage({ run }),
  (error: unknown) => port.postMessage({ problem: String(error) }),
)
