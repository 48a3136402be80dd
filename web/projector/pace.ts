import type { Station } from '../workshop/known.ts'
import { minutesLate, standingAt, timetable, type Standing } from '../workshop/timetable.ts'

/** How a room goes through a workshop: what the trainer does by hand, all in milliseconds since 1970. */
export interface Pace {
  /** When it began, or will; undefined: nobody has said. */
  readonly begins: number | undefined
  /** Which station the room is at; past the last: it is over. */
  readonly at: number
  /** Since when time stands still. */
  readonly pausedAt: number | undefined
}

/** A room in which nothing was done yet. */
export const before = (begins: number | undefined): Pace => ({
  begins,
  at: 0,
  pausedAt: undefined,
})

/** Time goes on: from the station that the room is at, where it had not begun. */
export const started = (pace: Pace, stations: readonly Station[], now: number): Pace => {
  const { begins, at, pausedAt } = pace
  if (begins === undefined || (pausedAt === undefined && now < begins)) {
    const done = timetable(stations.slice(0, at), 0).at(-1)?.until ?? 0
    return { at, begins: now - done, pausedAt: undefined }
  }
  return pausedAt === undefined
    ? pace
    : { at, begins: begins + (now - pausedAt), pausedAt: undefined }
}

/** Whether time goes on. */
export const isRunning = ({ begins, pausedAt }: Pace, now: number): boolean =>
  begins !== undefined && pausedAt === undefined && now >= begins

/** Time stands still until it is started again; the rest of the timetable waits. */
export const paused = (pace: Pace, now: number): Pace =>
  isRunning(pace, now) ? { ...pace, pausedAt: now } : pace

/** The room goes to a station; past the last is the end. */
export const gone = (pace: Pace, to: number, stations: readonly Station[]): Pace => ({
  ...pace,
  at: Math.max(0, Math.min(stations.length, to)),
})

/** What a projector shows of it. */
export interface Shown {
  /** Seconds that are left for the station; negative: over its time. Undefined: it has not begun. */
  readonly left: number | undefined
  readonly late: number
  readonly standing: Standing | undefined
}

/** How a room stands now. */
export const shownAt = (pace: Pace, stations: readonly Station[], now: number): Shown => {
  const { begins, at, pausedAt } = pace
  if (begins === undefined) return { left: undefined, late: 0, standing: undefined }
  const then = pausedAt ?? now
  const slots = timetable(stations, begins)
  const standing = standingAt(slots, then)
  const until = slots[at]?.until
  return {
    left: until === undefined || then < begins ? undefined : Math.ceil((until - then) / 1000),
    late: minutesLate(slots, at, then),
    standing,
  }
}

/** Seconds as a clock has them: `12:05`, `-0:30`. */
export const asClock = (seconds: number): string => {
  const whole = Math.abs(seconds)
  const two = (count: number) => String(count).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const shown = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes)
  return `${seconds < 0 ? '−' : ''}${shown}:${two(whole % 60)}`
}

/** Reads how a room went before its page was loaded again; undefined where that is not there. */
export const readPace = (text: string | null): Pace | undefined => {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    if (typeof kept !== 'object' || kept === null) return undefined
    const { begins, at, pausedAt } = kept as Record<string, unknown>
    const moment = (value: unknown) => value === undefined || Number.isSafeInteger(value)
    if (!moment(begins) || !moment(pausedAt) || !Number.isSafeInteger(at) || (at as number) < 0)
      return undefined
    return kept as Pace
  } catch {
    return undefined
  }
}
