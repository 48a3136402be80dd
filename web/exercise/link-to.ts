import { formatPlace } from '../../engine/index.ts'
import type { ShownRun } from '../../engine/written.ts'

/** The way into the lab, to the message of a run at which it shows, and to the checks made on it. */
export const linkTo = ({ scenario, at, acts: _acts, ...run }: ShownRun): string =>
  `#/lab/${scenario}?${formatPlace({ ...run, place: at ?? 1, pane: 'checks' })}`
