import type { Known, Station } from './known.ts'
import { isId, quoted } from './text.ts'

/** A workshop has no more steps. */
export const MOST_STATIONS = 120
/** No station takes longer, in minutes. */
export const MOST_MINUTES = 600
/** A break takes so many minutes where nobody says how many. */
export const BREAK_MINUTES = 10

const letters = { exercise: 'e', scenario: 's', page: 'o', pause: 'p' } as const

/** Stations as they stand in a link: `e.spot-it.8~s.mix-up.12~p.10~o.glossary.5`. */
export const formatStations = (stations: readonly Station[]): string =>
  stations
    .map(({ kind, id, minutes }) =>
      kind === 'pause' ? `${letters.pause}.${minutes}` : `${letters[kind]}.${id}.${minutes}`,
    )
    .join('~')

/** Reads stations. What is broken or unknown is left out and named, a sentence each. */
export const parseStations = (
  text: string,
  known: Known,
  problems: string[],
): readonly Station[] => {
  if (text === 'none') return []
  const given = text.split('~', MOST_STATIONS + 1)
  if (given.length > MOST_STATIONS)
    problems.push(`Only the first ${MOST_STATIONS} steps of the workshop were read.`)
  return given.slice(0, MOST_STATIONS).flatMap((one, at) => {
    const station = parseStation(one, known)
    if (typeof station !== 'string') return [station]
    problems.push(`Step ${at + 1}, ${quoted(one)}, is left out: ${station}.`)
    return []
  })
}

const MALFORMED = 'it is not written like e.an-exercise.8, s.a-scenario.12, o.a-page.5 or p.10'

const parseStation = (text: string, known: Known): Station | string => {
  const [letter = '', ...parts] = text.split('.', 5)
  if (letter === letters.pause) {
    const minutes = parts.length > 1 ? MALFORMED : minutesIn(parts[0], BREAK_MINUTES)
    return typeof minutes === 'string' ? minutes : { kind: 'pause', id: '', minutes }
  }
  const kind = kinds.find((one) => letters[one] === letter)
  const [id = '', given] = parts
  if (!kind || !isId(id) || parts.length > 2) return MALFORMED
  const lists = { exercise: known.exercises, scenario: known.scenarios, page: known.pages }
  const there = lists[kind].find((one) => one.id === id)
  if (!there) return `this lab has no such ${kind === 'page' ? 'page for a step to open' : kind}`
  const minutes = minutesIn(given, there.minutes)
  return typeof minutes === 'string' ? minutes : { kind, id, minutes }
}

const kinds = ['exercise', 'scenario', 'page'] as const

/** How many minutes there are said to be, else how many there are anyway; or what is wrong with them. */
const minutesIn = (text: string | undefined, otherwise: number): number | string => {
  if (text === undefined) return otherwise
  return /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_MINUTES
    ? Number(text)
    : `its minutes are no whole number from 1 to ${MOST_MINUTES}`
}
