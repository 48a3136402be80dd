/** The time of day of a moment in seconds since 1970, in UTC: "09:00:12". */
export const timeOfDay = (at: number): string => new Date(at * 1000).toISOString().slice(11, 19)

const DAY = 86_400

/** The same, with the days that have passed since another moment: "09:00:12, day 8". */
export const timeSince = (begin: number, at: number): string => {
  const day = Math.floor(at / DAY) - Math.floor(begin / DAY)
  return day === 0 ? timeOfDay(at) : `${timeOfDay(at)}, day ${day + 1}`
}
