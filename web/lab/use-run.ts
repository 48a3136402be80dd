import { useEffect, useState, useSyncExternalStore } from 'react'
import { createActor } from 'xstate'
import {
  firstDifference,
  player,
  startRun,
  type Decision,
  type Ending,
  type RunInput,
  type Scenario,
  type Transition,
  type WireMessage,
} from '../../engine/index.ts'

/** Which run of a scenario, and where in it. */
export interface Spot {
  readonly seed: string
  readonly decisions: readonly Decision[]
  readonly place: number
}

/** A run that was played to its end, and where the learner stands in it. */
export interface RunView extends Spot {
  readonly log: readonly WireMessage[]
  readonly transitions: readonly Transition[]
  /** The decisions of the run that is being played; soon those of the run that is shown. */
  readonly wanted: readonly Decision[]
  /** Undefined until the run has been played. */
  readonly ending: Ending | undefined
  readonly playing: boolean
  /** The first message that differs from the run that nobody interferes with. */
  readonly differsFrom: number | undefined
  /** What went wrong in the lab itself. */
  readonly defect: string | undefined
}

/** What can be done with a run. */
export interface RunControls {
  seek(place: number): void
  play(): void
  pause(): void
  tick(): void
  /** Plays the scenario again from the start, and shows it from where it differs. */
  decide(decisions: readonly Decision[]): void
  /** Plays the same run again with its back channel over another network; undefined: in the page. */
  route(network: RunInput['network']): void
  /** Plays another run, and goes to a place in it. */
  open(spot: Spot): void
}

type Listener = () => void

/** Plays runs of a scenario and keeps the learner's place in them. */
const createPlayback = (scenario: Scenario, start: Spot) => {
  const listeners = new Set<Listener>()
  const remote = createActor(player, { input: { place: 0, length: 0 } })
  let latest = 0
  let alone: { readonly seed: string; readonly log: readonly WireMessage[] } | undefined
  let network: RunInput['network']
  let view: RunView = {
    ...start,
    wanted: start.decisions,
    log: [],
    transitions: [],
    ending: undefined,
    playing: false,
    differsFrom: undefined,
    defect: undefined,
  }
  const show = (change: Partial<RunView>) => {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  const undisturbed = async (seed: string) => {
    if (alone?.seed !== seed) {
      const run = startRun({ scenario, seed })
      await run.finish()
      alone = { seed, log: run.log }
    }
    return alone.log
  }
  const tell = async (
    { seed, decisions }: Omit<Spot, 'place'>,
    placeIn: (log: readonly WireMessage[]) => number,
  ) => {
    latest += 1
    const mine = latest
    show({ wanted: decisions })
    try {
      const run = startRun({ scenario, seed, decisions, ...(network && { network }) })
      const ending = await run.finish()
      const differsFrom =
        decisions.length === 0 ? undefined : firstDifference(await undisturbed(seed), run.log)
      if (mine !== latest) return
      const { log, transitions } = run
      const place = placeIn(log)
      show({ seed, decisions, log, transitions, ending, differsFrom, defect: undefined })
      remote.send({ type: 'loaded', length: log.length })
      remote.send({ type: 'sought', place })
    } catch (error) {
      if (mine === latest) show({ defect: error instanceof Error ? error.message : String(error) })
    }
  }
  const controls: RunControls = {
    seek: (place) => remote.send({ type: 'sought', place }),
    play: () => remote.send({ type: 'played' }),
    pause: () => remote.send({ type: 'paused' }),
    tick: () => remote.send({ type: 'ticked' }),
    open: (spot) => void tell(spot, () => spot.place),
    route: (next) => {
      network = next
      const { seed, decisions, place } = view
      void tell({ seed, decisions }, () => place)
    },
    decide: (decisions) => {
      const before = view
      void tell({ seed: before.seed, decisions }, (log) =>
        Math.min(before.place, firstDifference(before.log, log) ?? before.place),
      )
    },
  }
  remote.subscribe(({ context, ...snapshot }) =>
    show({ place: context.place, playing: snapshot.value === 'playing' }),
  )
  remote.start()
  controls.open(start)
  return {
    controls,
    get: () => view,
    subscribe: (listener: Listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Plays a scenario and shows where the learner stands in it: the one place where the page touches a run. */
export const useRun = (
  scenario: Scenario,
  start: () => Spot,
  secondsPerMessage: number,
): [RunView, RunControls] => {
  const [playback] = useState(() => createPlayback(scenario, start()))
  const view = useSyncExternalStore(playback.subscribe, playback.get)
  const { playing } = view
  useEffect(() => {
    if (!playing) return undefined
    const timer = setInterval(playback.controls.tick, secondsPerMessage * 1000)
    return () => clearInterval(timer)
  }, [playback, playing, secondsPerMessage])
  return [view, playback.controls]
}
