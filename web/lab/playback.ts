import { createActor } from 'xstate'
import {
  type Anchor,
  type CheckId,
  type Decision,
  type Ending,
  type Run,
  type RunInput,
  type Scenario,
  type WireMessage,
  firstDifference,
  forgetsAsTold,
  placeIn,
  placeOfAnchor,
  player,
  startRun,
} from '../../engine/index.ts'
import { editionOf, type Edition, type Wish } from './edition.ts'

/** Which run of a scenario, and where in it. */
export interface Spot extends Wish {
  readonly seed: string
  readonly decisions: readonly Decision[]
  readonly place: number
  /** The message the place is named by, where a link names it; the number comes from the run. */
  readonly anchor?: Anchor | undefined
}

/** A run that was played to its end, and where the learner stands in it. */
export interface RunView extends Spot, Pick<Run, 'log' | 'transitions' | 'audit'> {
  /** What is spoken in the run that is shown. */
  readonly edition: Edition
  /** What the run that is being played was asked for; soon the one that is shown. */
  readonly wanted: Wanted
  /** Undefined until the run has been played. */
  readonly ending: Ending | undefined
  readonly playing: boolean
  /** The first message that differs from the run as its story tells it. */
  readonly differsFrom: number | undefined
  /** The log of the run as its story tells it: nobody interferes, and nothing else is forgotten. */
  readonly alone: readonly WireMessage[]
  /** What went wrong in the lab itself. */
  readonly defect: string | undefined
}

/** What can be done with a run. */
export interface RunControls {
  seek(place: number): void
  play(): void
  pause(): void
  tick(): void
  /** Plays the scenario again from the start, and shows it where it was, or at a place; where it differs before that, there. */
  decide(decisions: readonly Decision[], place?: number): void
  /** Plays it again with other checks forgotten (undefined: as the story tells it), and stays where it was as well as can be, or shows how it ends. */
  forget(checks: readonly CheckId[] | undefined, to?: 'end'): void
  /** Plays it again in another revision, or with another way of registration, and stays where it was as well as can be. */
  change(wish: Partial<Wish>): void
  /** Plays the same run again with its back channel over another network; undefined: in the page. */
  route(network: RunInput['network']): void
  /** Plays another run, and goes to a place in it. */
  open(spot: Spot): void
}

/** Plays runs of a scenario and keeps the learner's place in them. */
export interface Playback {
  readonly controls: RunControls
  get(): RunView
  subscribe(listener: () => void): () => void
}

/** A run, without a place in it. */
export type Wanted = Omit<Spot, 'place' | 'anchor'>

const wantedIn = ({
  seed,
  decisions,
  revision,
  registration,
  variant,
  forget,
}: Wanted): Wanted => ({ seed, decisions, revision, registration, variant, forget })

type Log = readonly WireMessage[]

/** The place that a spot means in a run: a message that it names, or a number of messages. */
export const placeOf = ({ place, anchor }: Pick<Spot, 'place' | 'anchor'>, log: Log): number =>
  anchor === undefined ? place : (placeOfAnchor(anchor, log) ?? 0)

type PlaceIn = (log: Log) => number

/** Begins with a run of a scenario at a spot. */
export const createPlayback = (scenario: Scenario, start: Spot): Playback => {
  const listeners = new Set<() => void>()
  const remote = createActor(player, { input: { place: 0, length: 0 } })
  const undisturbed = aloneIn(scenario)
  let latest = 0
  let network: RunInput['network']
  let view: RunView = {
    ...blank,
    ...wantedIn(start),
    place: start.place,
    edition: editionOf(scenario, start),
    wanted: wantedIn(start),
  }
  const show = (change: Partial<RunView>) => {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  const tell = async (wanted: Wanted, place: PlaceIn) => {
    latest += 1
    const mine = latest
    const { seed, decisions } = wanted
    const edition = editionOf(scenario, wanted)
    show({ wanted })
    try {
      const run = startRun({ scenario, ...edition, seed, decisions, ...(network && { network }) })
      const ending = await run.finish()
      const asTold = decisions.length === 0 && forgetsAsTold(scenario, edition)
      const alone = asTold ? run.log : await undisturbed(edition, seed)
      const differsFrom = firstDifference(alone, run.log)
      if (mine !== latest) return
      const { log, transitions, audit } = run
      const to = place(log)
      const told = { ...wanted, edition, log, transitions, audit: [...audit] }
      show({ ...told, alone, ending, differsFrom, defect: undefined })
      remote.send({ type: 'loaded', length: log.length })
      remote.send({ type: 'sought', place: to })
    } catch (error) {
      if (mine === latest) show({ defect: error instanceof Error ? error.message : String(error) })
    }
  }
  const stay: PlaceIn = (log) => (view.ending ? placeIn(view.place, view.log, log) : view.place)
  const untilItDiffers =
    (place = view.place): PlaceIn =>
    (log) =>
      Math.min(place, firstDifference(view.log, log) ?? place)
  const controls: RunControls = {
    seek: (place) => remote.send({ type: 'sought', place }),
    play: () => remote.send({ type: 'played' }),
    pause: () => remote.send({ type: 'paused' }),
    tick: () => remote.send({ type: 'ticked' }),
    open: (spot) => void tell(wantedIn(spot), (log) => placeOf(spot, log)),
    route: (next) => {
      network = next
      void tell(view.wanted, stay)
    },
    change: (wish) => void tell({ ...view.wanted, ...wish }, stay),
    forget: (forget, to) =>
      void tell({ ...view.wanted, forget }, to === 'end' ? ({ length }) => length : stay),
    decide: (decisions, place) => void tell({ ...view.wanted, decisions }, untilItDiffers(place)),
  }
  remote.subscribe(({ context, ...snapshot }) => {
    // Until there is a run, somebody stands where they asked to stand.
    if (context.length > 0) show({ place: context.place, playing: snapshot.value === 'playing' })
  })
  remote.start()
  controls.open(start)
  return {
    controls,
    get: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const blank = {
  log: [],
  alone: [],
  transitions: [],
  audit: [],
  ending: undefined,
  playing: false,
  differsFrom: undefined,
  defect: undefined,
} as const

/** The run as its story tells it, kept for as long as it is asked for. */
const aloneIn = (scenario: Scenario) => {
  let kept: { readonly of: string; readonly log: Log } | undefined
  return async ({ revision, registration, variant }: Edition, seed: string): Promise<Log> => {
    const of = [revision, registration, variant, seed].join(' ')
    if (kept?.of !== of) {
      const run = startRun({ scenario, revision, registration, variant, seed })
      await run.finish()
      kept = { of, log: run.log }
    }
    return kept.log
  }
}
