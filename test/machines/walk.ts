import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, EventObject } from 'xstate'
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph'

/** What can happen in a snapshot. */
export type Events =
  readonly EventObject[] | ((snapshot: AnyMachineSnapshot) => readonly EventObject[])

/** A dotted path of the innermost state: `discovery.knocking`. */
export const placeOf = (snapshot: AnyMachineSnapshot): string =>
  snapshot._nodes
    .map(({ path }) => path.join('.'))
    .toSorted((one, other) => other.length - one.length)[0]!

/** Every state of a machine but its root. */
export const statesOf = (machine: AnyStateMachine): AnyStateNode[] => {
  const inside = (node: AnyStateNode): AnyStateNode[] =>
    Object.values(node.states).flatMap((one) => [one, ...inside(one)])
  return inside(machine.root)
}

const identity = (snapshot: AnyMachineSnapshot) =>
  JSON.stringify([snapshot.value, snapshot.context, snapshot.status])

interface Reached {
  readonly state: AnyMachineSnapshot
  readonly transitions: Readonly<Record<string, { readonly state: AnyMachineSnapshot }>>
}

/** Everywhere a machine can get to, and where each event leads from there. */
export const walk = (machine: AnyStateMachine, events: Events, input?: unknown) => {
  const options = { events, input, serializeState: identity, limit: 10_000 } as object
  const map = getAdjacencyMap(machine, options) as object as Record<string, Reached>
  const reached = Object.values(map).map(({ state, transitions }) => ({
    snapshot: state,
    place: placeOf(state),
    onwards: Object.values(transitions).map((one) => placeOf(one.state)),
  }))
  return { reached, places: new Set(reached.map(({ place }) => place)) }
}

/** The events on the shortest way to each place. */
export const shortestWays = (machine: AnyStateMachine, events: Events, input?: unknown) => {
  const options = { events, input, serializeState: identity } as object
  const ways = new Map<string, string[]>()
  for (const { state, steps } of getShortestPaths(machine, options)) {
    const place = placeOf(state as AnyMachineSnapshot)
    const way = steps.slice(1).map(({ event }) => event.type)
    if (!ways.has(place) || ways.get(place)!.length > way.length) ways.set(place, way)
  }
  return ways
}
