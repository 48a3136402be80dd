import { assign, fromPromise, setup, type AnyEventObject } from 'xstate'
import type { HandshakeFacts, Progress } from './handshake-facts.ts'

const unprovided = fromPromise<Progress, HandshakeFacts>(() =>
  Promise.reject(new Error('a party must provide this step')),
)

/** A step is given the facts. */
export const input = ({ context }: { context: HandshakeFacts }) => context

/** How the step that ended came out. A transition sees events of every kind, so the type says nothing of it; every step answers a Progress. */
export const progress = ({ event }: { event: AnyEventObject }) => event['output'] as Progress

const facts = (args: { event: AnyEventObject }): Partial<HandshakeFacts> => progress(args).facts

/** Adds what a step learnt to the facts. */
export const keep = { type: 'keep', params: facts } as const

/** Goes on to `target` when the step went well. */
export const onwards = <Target extends string>(target: Target) => ({
  guard: { type: 'succeeded', params: progress } as const,
  target,
  actions: keep,
})

/** What the spine is made of: its facts, the steps a client must provide, and how their outcomes are told apart. */
export const spine = setup({
  types: { context: {} as HandshakeFacts, input: {} as HandshakeFacts },
  actors: {
    knock: unprovided,
    fetchResourceMetadata: unprovided,
    fetchServerMetadata: unprovided,
    lookUpRegistration: unprovided,
    register: unprovided,
    authorize: unprovided,
    redeemCode: unprovided,
    storeTokens: unprovided,
    initialize: unprovided,
    announceReady: unprovided,
    listTools: unprovided,
    runErrand: unprovided,
    refreshTokens: unprovided,
  },
  actions: {
    keep: assign((_, facts: Partial<HandshakeFacts>) => facts),
  },
  guards: {
    succeeded: (_, progress: Progress) => progress.kind === 'done',
    unauthorized: (_, progress: Progress) => progress.kind === 'unauthorized',
    registered: ({ context }) => context.registration !== undefined,
    withoutSession: ({ context }) => context.session === undefined,
    unannounced: ({ context }) => context.announced !== true,
    unlisted: ({ context }) => context.tools === undefined,
    nothingLeft: ({ context }) => context.errands.length === 0,
  },
})
