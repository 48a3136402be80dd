import type { Step } from '../practice/steps.ts'
import type { Station } from '../workshop/known.ts'

const kinds = { read: 'scenario', solve: 'exercise', open: 'page', pause: 'pause' } as const

/** A step as a workshop has it. */
export const stationOf = ({ does, id, minutes }: Step): Station => ({
  kind: kinds[does],
  id,
  minutes,
})
