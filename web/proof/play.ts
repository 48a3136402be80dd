import type { Attack } from '../../engine/index.ts'
import { playInPage } from './in-page.ts'
import { playInWorkers } from './in-workers.ts'
import type { Hearing, Playing } from './playing.ts'
import type { Task } from './rows.ts'

/** Plays everything that a proof wants: in workers, or in the page where it can start none. */
export const startPlaying = (
  attacks: readonly Attack[],
  tasks: readonly Task[],
  hearing: Hearing,
): Playing => {
  const inPage = (rest: readonly Task[]) => playInPage(attacks, rest, hearing)
  return playInWorkers(tasks, hearing, inPage) ?? inPage(tasks)
}
