import { assign, fromPromise, setup, type AnyEventObject } from 'xstate'
import { has } from '../spec/differences.ts'
import type { HandshakeFacts, Progress } from './handshake-facts.ts'

const unprovided = fromPromise<Progress, HandshakeFacts>(() =>
  Promise.reject(new Error('a party must provide this step')),
)

/** How often a client asks the owner in one handshake before it gives up. */
export const MOST_AUTHORIZATIONS = 4

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

/** Goes to `target` when what the step looked for was not there, and something is left to try. */
export const elsewhere = <Target extends string>(target: Target) => ({
  guard: { type: 'elsewhere', params: progress } as const,
  target,
  reenter: true,
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
    launch: unprovided,
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
    succeeded: (_, { kind }: Progress) => kind === 'done',
    elsewhere: (_, { kind }: Progress) => kind === 'elsewhere',
    admitted: (_, { kind }: Progress) => kind === 'admitted',
    forbidden: (_, { kind }: Progress) => kind === 'forbidden',
    // A server that loses every session at once will lose the next one too.
    lost: ({ context }, { kind }: Progress) => kind === 'lost' && (context.sessionsLost ?? 0) < 2,
    assumed: (_, { kind, facts }: Progress) => kind === 'done' && 'endpointsAssumed' in facts,
    // Turned away without a token: then it is time to find out who gives one.
    unknownThere: ({ context }, { kind }: Progress) =>
      kind === 'unauthorized' && context.tokens === undefined,
    // A token that was made a moment ago and is not accepted will not be accepted when it is made again.
    staleThere: ({ context }, { kind }: Progress) =>
      kind === 'unauthorized' && (context.turnedAway ?? 0) < 1,
    askAgain: ({ context }, { kind }: Progress) =>
      kind === 'lapsed' && (context.authorizations ?? 0) < MOST_AUTHORIZATIONS,
    local: ({ context }) => context.transport === 'stdio',
    guardedByItself: ({ context }) => has(context.revision, 'authorization-at-the-server'),
    preRegistered: ({ context }) => context.registeredBy === 'hand',
    documented: ({ context }) => context.registeredBy === 'document',
    registered: ({ context }) => context.registration !== undefined,
    notRunning: ({ context }) => context.transport === 'stdio' && context.launched !== true,
    withoutSession: ({ context }) =>
      has(context.revision, 'sessions') && context.session === undefined,
    unannounced: ({ context }) => has(context.revision, 'sessions') && context.announced !== true,
    unlisted: ({ context }) => context.tools === undefined,
    nothingLeft: ({ context }) => context.errands.length === 0,
  },
})
