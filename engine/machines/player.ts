import { assign, setup } from 'xstate'

/** Where the player stands in a log of `length` messages: `place` messages have been shown. */
export interface PlayerContext {
  readonly place: number
  readonly length: number
}

/** The learner’s remote control over a finished log. It holds no protocol fact and nothing waits for it. */
export const player = setup({
  types: {
    context: {} as PlayerContext,
    input: {} as PlayerContext,
    events: {} as
      | { type: 'played' }
      | { type: 'paused' }
      | { type: 'ticked' }
      | { type: 'sought'; place: number }
      | { type: 'loaded'; length: number },
  },
  guards: {
    atEnd: ({ context }) => context.place >= context.length,
    lastTick: ({ context }) => context.place + 1 >= context.length,
  },
  actions: {
    forward: assign(({ context }) => ({ place: within(context.place + 1, context.length) })),
    seek: assign(({ context }, { place }: { place: number }) => ({
      place: within(place, context.length),
    })),
    load: assign(({ context }, { length }: { length: number }) => ({
      length,
      place: within(context.place, length),
    })),
    rewind: assign({ place: 0 }),
  },
}).createMachine({
  id: 'player',
  initial: 'paused',
  context: ({ input }) => input,
  on: {
    sought: {
      target: '.paused',
      actions: { type: 'seek', params: ({ event }) => event },
    },
    loaded: {
      target: '.paused',
      actions: { type: 'load', params: ({ event }) => event },
    },
  },
  states: {
    paused: {
      description: 'The picture stands still.',
      on: {
        played: [{ guard: 'atEnd', target: 'playing', actions: 'rewind' }, { target: 'playing' }],
      },
    },
    playing: {
      description: 'One message after another is shown.',
      on: {
        paused: 'paused',
        ticked: [
          { guard: 'lastTick', target: 'paused', actions: 'forward' },
          { actions: 'forward' },
        ],
      },
    },
  },
})

const within = (place: number, length: number): number =>
  Math.max(0, Math.min(length, Math.round(place) || 0))
