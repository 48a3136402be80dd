import type { Seen } from '../engine/scenario.ts'
import written from './seen.json' with { type: 'json' }

/** Where everything that can be looked up is seen, and which attacks a check stops. `npm run golden` writes it, off runs. */
export const seen = written as unknown as Seen
