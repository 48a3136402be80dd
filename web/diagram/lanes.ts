import { cast, labelOf, type PartyId, type WireMessage } from '../../engine/index.ts'
import { MONO, shortestLines } from './label-lines.ts'

/** Where a party’s lifeline stands, and how much room its head has. */
export interface Lane {
  readonly party: PartyId
  readonly x: number
  readonly room: number
}

const NARROWEST = 58
const COMFORTABLE = 124
/** Where room is short, how much of an even share every gap still gets. */
const EVENNESS = 0.88
const WIDEST = 1_120

/** Room beside the outermost lifelines, for the marks of checks. */
export const marginOf = (width: number): number => (width < 560 ? 40 : 64)

/** Room between an arrow’s ends and the label over it. */
export const LABEL_PADDING = 14

/**
 * Spreads the lifelines over a width: neighbours that exchange long labels stand further apart, and nobody closer than can
 * be told apart.
 */
export const lanesOf = (log: readonly WireMessage[], width: number): readonly Lane[] => {
  const parties = cast.map(({ id }) => id)
  const margin = marginOf(width)
  const room = Math.min(width, WIDEST) - 2 * margin
  const gaps = spread(needsOf(log, parties), room)
  const start = (width - room) / 2
  const xs = parties.map((_, at) => Math.round(start + sum(gaps.slice(0, at))))
  return parties.map((party, at) => ({
    party,
    x: xs[at]!,
    room: Math.min(gaps[at - 1] ?? 2 * margin, gaps[at] ?? 2 * margin),
  }))
}

const needsOf = (log: readonly WireMessage[], parties: readonly PartyId[]): number[] => {
  const needs = parties.slice(1).map(() => COMFORTABLE)
  for (const message of log) {
    const [left, right] = [parties.indexOf(message.from), parties.indexOf(message.to)].toSorted(
      (a, b) => a - b,
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
  const least = Math.min(even, Math.max(NARROWEST, EVENNESS * even))
  const share = (room - least * needs.length) / (needed - least * needs.length)
  return needs.map((need) => least + (need - least) * share)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
