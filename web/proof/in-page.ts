import type { Attack } from '../../engine/index.ts'
import { play, type Between } from '../../engine/proof.ts'
import type { Hearing, Playing } from './playing.ts'
import type { Task } from './rows.ts'

/** How long the page may be kept busy at a stretch, in milliseconds. */
const SLICE = 10

/** Lets the page do what else it has to do, once it has been kept busy for a while. */
const breathing = (): Between => {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  let since = performance.now()
  const breathe = async () => {
    await new Promise((resolve) => {
      port1.addEventListener('message', resolve, { once: true })
      port2.postMessage(undefined)
    })
    since = performance.now()
  }
  return () => (performance.now() - since < SLICE ? undefined : breathe())
}

/** Plays in the page itself, one run after the other, in slices. */
export const playInPage = (
  attacks: readonly Attack[],
  tasks: readonly Task[],
  { by, played, over, failed }: Hearing,
): Playing => {
  let wanted = true
  by(0)
  const between = breathing()
  const all = async () => {
    for (const task of tasks) {
      await between()
      if (!wanted) return
      const attack = attacks.find(({ id }) => id === task.job.scenario)!
      const outcome = await play(attack, task.job, between)
      if (!wanted) return
      played({ ...task, played: outcome })
    }
    over()
  }
  all().catch((error: unknown) => failed(String(error)))
  return {
    stop: () => {
      wanted = false
    },
  }
}
