/** Time, in whole seconds since 1970-01-01T00:00:00Z: virtual in every run. Only servers for real clients read the machine's clock. */
export interface Clock {
  now(): number
  /** Lets `seconds` pass. Time never runs backwards: a negative amount throws a `RangeError`. */
  advance(seconds: number): void
}

/** When every run begins: 2025-06-18T09:00:00Z, the day of the revision since which an MCP server names its authorization server. */
export const RUN_BEGINS = 1_750_237_200

/** A clock that stands still until somebody advances it. */
export const virtualClock = (start: number = RUN_BEGINS): Clock => {
  let now = start
  return {
    now: () => now,
    advance: (seconds) => {
      if (!(seconds >= 0)) throw new RangeError(`time cannot advance by ${seconds} seconds`)
      now += Math.round(seconds)
    },
  }
}
