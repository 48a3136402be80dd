import type { Clock } from './clock.ts'

/** The time of day, in milliseconds since 1970-01-01T00:00:00Z. Runs never ask for it: they have a virtual clock. */
export const machineTime = (): number => Date.now()

/** The time of day, for servers that meet real clients; `advance` puts it forward. */
export const machineClock = (): Clock => {
  let ahead = 0
  return {
    now: () => Math.floor(machineTime() / 1000) + ahead,
    advance: (seconds) => {
      if (!(seconds >= 0)) throw new RangeError(`time cannot advance by ${seconds} seconds`)
      ahead += Math.round(seconds)
    },
  }
}
