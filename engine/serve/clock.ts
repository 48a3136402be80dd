import type { Clock } from '../chance/clock.ts'

/** The time of day, for servers that meet real clients; `advance` puts it forward. */
export const machineClock = (): Clock => {
  let ahead = 0
  return {
    now: () => Math.floor(Date.now() / 1000) + ahead,
    advance: (seconds) => {
      if (!(seconds >= 0)) throw new RangeError(`time cannot advance by ${seconds} seconds`)
      ahead += Math.round(seconds)
    },
  }
}
