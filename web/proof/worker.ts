import { play, type Job, type Played } from '../../engine/proof.ts'
import { attacks } from '../../scenarios/attacks.ts'

/** What a worker is asked. */
export interface Order {
  readonly id: number
  readonly job: Job
}

/** What a worker answers: the outcome, or what kept it from finding out. */
export type Answer =
  | { readonly id: number; readonly played: Played }
  | { readonly id: number; readonly problem: string }

const port = globalThis as unknown as { postMessage(answer: Answer): void }

addEventListener('message', ({ data: { id, job } }: MessageEvent<Order>) => {
  const attack = attacks.find((one) => one.id === job.scenario)
  if (!attack) port.postMessage({ id, problem: `There is no attack called ${job.scenario}.` })
  else
    play(attack, job).then(
      (played) => port.postMessage({ id, played }),
      (error: unknown) => port.postMessage({ id, problem: String(error) }),
    )
})
