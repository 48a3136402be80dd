import type { Part } from '../cast.ts'
import { labelOf } from '../wire/label.ts'
import type { PartyId, WireMessage } from '../wire/message.ts'
import { MONO, shortestLines } from './label-lines.ts'

/** Where a party’s lifeline stands, and how much room its head has. */
export interface Lane {
  readonly party: PartyId
  readonly x: number
  readonly room: number
}

const NARROWEST = 58
/** How far apart the lifelines of many stand on the average, so that names and roles over them can be read. */
const READABLE = 72
const COMFORTABLE = 124
/** Where room is short, how much of an even share every gap still gets: less where there are more than six. */
const EVENNESS = 0.88
const EVENNESS_OF_MANY = 0.86
/** One character of a name over a lifeline. */
const NAME = 9.2
/** One character of the place where a party lives. */
export const PLACE = 7
const WIDEST = 1_120

/** Room beside the outermost lifelines, for the marks of checks. */
export const marginOf = (width: number, lanes: number): number =>
  lanes < 4 ? Math.max(64, width / 6) : width < 560 ? 40 : lanes > 6 && width < 800 ? 52 : 64

/** How wide a figure has to be so that its names can be read: beyond that it is moved sideways. */
export const leastWidth = (lanes: number): number => (lanes > 7 ? lanes * READABLE : 0)

/** Room between an arrow’s ends and the label over it. */
export const LABEL_PADDING = 14

/**
 * Spreads the lifelines over a width: neighbours that exchange long labels stand further apart, and nobody closer than can
 * be told apart.
 */
export const lanesOf = (
  log: readonly WireMessage[],
  parts: readonly Part[],
  width: number,
): readonly Lane[] => {
  const margin = marginOf(width, parts.length)
  const room = Math.min(width, WIDEST) - 2 * margin
  const ample = needsOf(log, parts, () => COMFORTABLE)
  // More than six are not comfortable on most screens: then their heads say how close they may come.
  const crowded = parts.length > 6 && sum(ample) > room
  const gaps = spread(crowded ? needsOf(log, parts, headsBeside) : ample, room)
  const start = (width - room) / 2
  const xs = parts.map((_, at) => Math.round(start + sum(gaps.slice(0, at))))
  return parts.map(({ id }, at) => ({
    party: id,
    x: xs[at]!,
    room: Math.min(gaps[at - 1] ?? 2 * margin, gaps[at] ?? 2 * margin),
  }))
}

/** The width at which every name and every label has its room. */
export const ampleWidth = (log: readonly WireMessage[], parts: readonly Part[]): number =>
  sum(needsOf(log, parts, () => COMFORTABLE)) + 2 * marginOf(WIDEST, parts.length)

/** How far apart two neighbours stand so that what is written over them does not touch. */
const headsBeside = (left: Part, right: Part): number => {
  const wide = ({ name, origin = '' }: Part) => {
    // A place that neighbours share stands over all of them.
    const own = left.origin === right.origin ? '' : origin.replace(/^https?:\/\/|\/.*/g, '')
    return Math.max(name.length * NAME, own.length * PLACE)
  }
  return Math.max(NARROWEST, (wide(left) + wide(right)) / 2 + 8)
}

const needsOf = (
  log: readonly WireMessage[],
  parts: readonly Part[],
  least: (left: Part, right: Part) => number,
): number[] => {
  const needs = parts.slice(1).map((right, at) => least(parts[at]!, right))
  const lane = new Map<PartyId, number>(parts.map(({ id }, at) => [id, at]))
  for (const message of log) {
    const [left, right] = [lane.get(message.from), lane.get(message.to)].toSorted(
      (a, b) => (a ?? 0) - (b ?? 0),
    )
    if (left === undefined || right !== left + 1) continue
    const longest = Math.max(...shortestLines(labelOf(message)).map((line) => line.length))
    const widest = longest * MONO + 2 * LABEL_PADDING + 2
    needs[left] = Math.max(needs[left]!, widest)
  }
  return needs
}

const spread = (needs: readonly number[], room: number): number[] => {
  const needed = sum(needs)
  if (needed <= room) return needs.map((need) => need + (room - needed) / needs.length)
  const even = room / needs.length
  const evenness = needs.length > 5 ? EVENNESS_OF_MANY : EVENNESS
  const least = Math.min(even, Math.max(NARROWEST, evenness * even))
  const share = (room - least * needs.length) / (needed - least * needs.length)
  return needs.map((need) => least + (need - least) * share)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
