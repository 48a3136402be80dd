/** A name out of the code as words: `tokenExchange` is “token exchange”. */
export const inWords = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ')

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** A stretch of virtual time as the story tells it, in its largest unit that fills it: 3,601 seconds are “1 hour”. */
export const durationInWords = (seconds: number): string => {
  const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? UNITS[3]
  const count = Math.round(seconds / length)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** More virtual seconds than this between two messages are told, not passed over. */
export const LONG = 60

/** The time that passes before a message, when it is worth telling: “1 hour later”. */
export const laterInWords = (before: number | undefined, after: number): string | undefined =>
  before === undefined || after - before <= LONG
    ? undefined
    : `${durationInWords(after - before)} later`
