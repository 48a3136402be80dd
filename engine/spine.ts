import { createActor, fromPromise } from 'xstate'
import type { HandshakeFacts, Progress, Step } from './machines/handshake-facts.ts'
import { handshake } from './machines/handshake.ts'

/** The steps the spine invokes, by the names the chart gives them. */
export type Steps = Readonly<Record<StepName, Step>>

const stepNames = [
  'knock',
  'fetchResourceMetadata',
  'fetchServerMetadata',
  'lookUpRegistration',
  'register',
  'authorize',
  'redeemCode',
  'storeTokens',
  'launch',
  'initialize',
  'announceReady',
  'listTools',
  'runErrand',
  'refreshTokens',
] as const
type StepName = (typeof stepNames)[number]

// The chart is given its implementations once: building it anew for every run would cost a good part of the run.
const clients = new WeakMap<object, { steps: Steps; heard(error: unknown): void }>()
const actors = Object.fromEntries(
  stepNames.map((name) => [
    name,
    fromPromise<Progress, HandshakeFacts>(async ({ input, system }) => {
      const client = clients.get(system)
      try {
        if (!client) throw new Error(`nobody provides the step ${name}`)
        return await client.steps[name](input)
      } catch (error) {
        client?.heard(error)
        throw error
      }
    }),
  ]),
) as Record<StepName, ReturnType<typeof fromPromise<Progress, HandshakeFacts>>>
const driven = handshake.provide({ actors })

/**
 * Sets the spine going with one client's steps. `enter` hears every state, also one that is passed through without
 * waiting; `end` hears the final state, the facts, and the exception when a step threw one.
 */
export const startSpine = (options: {
  readonly steps: Steps
  readonly facts: HandshakeFacts
  enter(state: string): void
  end(state: string, facts: HandshakeFacts, defect: unknown): void
}): void => {
  let defect: unknown
  // The first states may be passed through while the actor is still being made.
  const made: { actor?: object } = {}
  const actor = createActor(driven, {
    input: options.facts,
    inspect: (event) => {
      if (
        event.type === '@xstate.microstep' &&
        (made.actor === undefined || event.actorRef === made.actor)
      )
        options.enter(pathOf(Reflect.get(event.snapshot, 'value')))
    },
  })
  made.actor = actor
  clients.set(actor.system, { steps: options.steps, heard: (error) => (defect = error) })
  actor.subscribe(({ value, status, context }) => {
    options.enter(pathOf(value))
    if (status === 'done') options.end(pathOf(value), context, defect)
  })
  actor.start()
}

/** A nested state as one dotted path: `discovery.knocking`. */
export const pathOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Object.entries(Object(value) as Record<string, unknown>)
        .map(([name, inner]) => `${name}.${pathOf(inner)}`)
        .join(' ')
