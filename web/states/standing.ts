import type { Chart, ChartState, Transition } from '../../engine/index.ts'

/** Where one machine stands: the state it is in, and every state it has gone through. */
export interface Standing {
  readonly here: string | undefined
  readonly passed: ReadonlySet<string>
}

/** How a state is marked. */
export type Mark = 'here' | 'passed' | 'ahead'

export const markOf = ({ here, passed }: Standing, path: string): Mark =>
  here === path || here?.startsWith(`${path}.`) ? 'here' : passed.has(path) ? 'passed' : 'ahead'

/** One instance of a machine, from the moment it exists. */
export interface Instance {
  readonly machine: string
  readonly instance: string
  readonly entered: readonly Transition[]
}

/** The instances that exist at a place, in the order in which they came to be. */
export const instancesAt = (transitions: readonly Transition[], place: number): Instance[] => {
  const found = new Map<string, Instance>()
  for (const one of transitions.filter(({ since }) => since <= place)) {
    const { machine, instance } = one
    const entered = found.get(`${machine} ${instance}`)?.entered ?? []
    found.set(`${machine} ${instance}`, { machine, instance, entered: [...entered, one] })
  }
  return [...found.values()]
}

/** Where an instance stands, with the states it passed through without resting in them. */
export const standingOf = (chart: Chart, entered: readonly Transition[]): Standing => {
  const rests = entered.map(({ state }) => state)
  const here = rests.at(-1)
  const through = rests.slice(1).flatMap((state, at) => passedBetween(chart, rests[at]!, state))
  const paths = [...rests.slice(0, -1), ...through]
  return { here, passed: new Set(paths.flatMap((path) => [path, ...ancestors(path)])) }
}

/** Whether a machine never rests in this state: it only decides there where to go. */
export const isDecision = ({ edges }: Chart, path: string): boolean =>
  edges.some(({ from, on }) => from === path && on === '')

/** Whether a machine can get here from wherever it stands. */
export const fromAnywhere = ({ edges }: Chart, path: string): boolean =>
  edges.some(({ from, to }) => from === '' && to === path)

/** The states that lie on the shortest way between two rests. */
const passedBetween = (chart: Chart, from: string, to: string): string[] => {
  const ways: string[][] = [[from]]
  const seen = new Set<string>([from])
  for (const way of ways) {
    for (const next of exits(chart, way.at(-1)!)) {
      if (next === to) return way.slice(1)
      if (seen.has(next) || !isDecision(chart, next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return []
}

const exits = (chart: Chart, path: string): string[] => {
  const sources = [path, ...ancestors(path)]
  return chart.edges
    .filter(({ from }) => sources.includes(from))
    .map(({ to }) => firstInside(chart.states, to))
}

const ancestors = (path: string): string[] =>
  path.includes('.') ? [path.slice(0, path.lastIndexOf('.'))] : []

/** Where a machine begins inside a state: charts list the first state first. */
const firstInside = (states: readonly ChartState[], path: string): string => {
  const state = stateAt(states, path)
  return state?.states[0] ? firstInside(state.states, state.states[0].path) : path
}

/** The state with this path. */
export const stateAt = (states: readonly ChartState[], path: string): ChartState | undefined => {
  const found = states.find((one) => path === one.path || path.startsWith(`${one.path}.`))
  return !found || found.path === path ? found : stateAt(found.states, path)
}

/** The states one can get to from here, defects of the lab aside; the obvious way, to the next in the list, goes without saying. */
export const turnings = ({ states, edges }: Chart, path: string): ChartState[] => {
  const ways = new Set(
    edges
      .filter(({ from, on }) => from === path && !on.startsWith('xstate.error'))
      .map(({ to }) => to),
  )
  const obvious = ways.size === 1 && ways.has(following(states, path) ?? '')
  return obvious ? [] : [...ways].flatMap((to) => stateAt(states, to) ?? [])
}

const following = (states: readonly ChartState[], path: string): string | undefined => {
  const at = states.findIndex((one) => path === one.path || path.startsWith(`${one.path}.`))
  const found = states[at]
  const after = states[at + 1]?.path
  return !found || found.path === path ? after : (following(found.states, path) ?? after)
}
