import type { Station } from './known.ts'
import { MINUTE } from './progress.ts'

/** When one station of a workshop is due, in milliseconds since 1970. */
export interface Slot {
  readonly station: Station
  readonly from: number
  readonly until: number
}

/** A workshop’s stations one after the other from its beginning. */
export const timetable = (stations: readonly Station[], begins: number): readonly Slot[] => {
  const slots: Slot[] = []
  let from = begins
  for (const station of stations) {
    const until = from + station.minutes * MINUTE
    slots.push({ station, from, until })
    from = until
  }
  return slots
}

/** Where a workshop stands: before it, at a station, or after it. Minutes are counted up, so that none left means over. */
export type Standing =
  | { readonly kind: 'before'; readonly minutesUntil: number }
  | { readonly kind: 'at'; readonly index: number; readonly minutesLeft: number }
  | { readonly kind: 'after'; readonly minutesOver: number }

/** Which station is due now, and how many minutes are left for it. */
export const standingAt = (slots: readonly Slot[], now: number): Standing => {
  const minutes = (span: number) => Math.ceil(span / MINUTE)
  const [first] = slots
  const last = slots.at(-1)
  if (!first || !last) return { kind: 'after', minutesOver: 0 }
  if (now < first.from) return { kind: 'before', minutesUntil: minutes(first.from - now) }
  const index = slots.findIndex(({ until }) => now < until)
  return index < 0
    ? { kind: 'after', minutesOver: Math.floor((now - last.until) / MINUTE) }
    : { kind: 'at', index, minutesLeft: minutes(slots[index]!.until - now) }
}

/** How many minutes a room is late that is still at a station: negative where it is early, as far as that is known. */
export const minutesLate = (slots: readonly Slot[], index: number, now: number): number => {
  const slot = slots[index]
  if (!slot) return 0
  if (now >= slot.until) return Math.floor((now - slot.until) / MINUTE)
  return now < slot.from ? -Math.ceil((slot.from - now) / MINUTE) : 0
}
