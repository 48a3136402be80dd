import { fieldsOf, type Field } from '../../engine/explain.ts'
import { startRun, type MessageName, type Revision, type WireMessage } from '../../engine/index.ts'
import type { WorkingKind } from '../../engine/workings.ts'
import { storyNamed } from '../../scenarios/stories.ts'
import { once } from '../ui/once.ts'

/** A part of a message that something is computed from. */
export interface Found {
  readonly field: Field
  readonly message: WireMessage
}

/** A run that was played to the end, and where in it something is computed. */
export interface Played {
  readonly log: readonly WireMessage[]
  readonly revision: Revision
  readonly seed: string
  readonly fields: Readonly<Record<WorkingKind, Found>>
}

const SEED = 'workings'

const places: Readonly<Record<WorkingKind, readonly [message: MessageName, name: string]>> = {
  pkce: ['token-request', 'code_verifier'],
  token: ['token-response', 'access_token'],
  'well-known': ['resource-metadata', 'authorization_servers'],
}

const play = async (): Promise<Played> => {
  const scenario = await storyNamed('first-contact')!.load()
  const run = startRun({ scenario, revision: '2025-11-25', seed: SEED })
  await run.finish()
  const found = ([name, field]: readonly [MessageName, string]): Found => {
    const message = run.log.find((one) => one.name === name)!
    return { message, field: fieldsOf(message).find((one) => one.name === field)! }
  }
  return {
    log: run.log,
    revision: run.revision,
    seed: SEED,
    fields: {
      pkce: found(places.pkce),
      token: found(places.token),
      'well-known': found(places['well-known']),
    },
  }
}

/** First contact in a revision in which several addresses are tried, played once for as long as the page is open. */
export const firstContactPlayed = once(play)
