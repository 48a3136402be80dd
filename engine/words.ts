/** A name out of the code as words: `tokenExchange` is “token exchange”. */
export const inWords = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ')

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** A stretch of virtual time as the story tells it: 3,601 seconds are “1 hour”, 90 are “1 minute 30 seconds”. */
export const durationInWords = (seconds: number): string => {
  const at = UNITS.findIndex(([, length]) => seconds >= length)
  const [unit, length] = UNITS[at] ?? UNITS[3]
  const next = UNITS[at + 1]
  if (!next || seconds >= 3 * length) return counted(Math.round(seconds / length), unit)
  const whole = counted(Math.floor(seconds / length), unit)
  const rest = Math.floor((seconds % length) / next[1])
  return rest === 0 ? whole : `${whole} ${counted(rest, next[0])}`
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/** More virtual seconds than this between two messages are told, not passed over. */
const LONG = 60

/** The time that passes before a message, when it is worth telling: “1 hour later”. */
export const laterInWords = (before: number | undefined, after: number): string | undefined =>
  before === undefined || after - before <= LONG
    ? undefined
    : `${durationInWords(after - before)} later`
