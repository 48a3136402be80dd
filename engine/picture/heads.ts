import type { Part } from '../cast.ts'
import { PROSE } from './label-lines.ts'
import type { Lane } from './lanes.ts'
import { FONTS, type Palette } from './palette.ts'
import { element, line } from './svg.ts'

const NAME_SIZE = 17
/** One character of a name at its size. */
const NAME = 9.4
/** One character of a place’s name. */
const PLACE = 7
const LINE = 17

/** The heads of the lanes, and how high they are: where somebody lives, who it is, what it does. */
export const heads = (
  lanes: readonly Lane[],
  parts: readonly Part[],
  colours: Palette,
): { readonly drawn: string; readonly height: number } => {
  const people = lanes.flatMap((lane) => {
    const part = parts.find(({ id }) => id === lane.party)
    return part ? [{ lane, part }] : []
  })
  const roles = people.map(({ lane, part }) => wrapped(part.is, lane.room - 8))
  const tell = roles.every((lines) => lines !== undefined && lines.length < 5)
  const most = tell ? Math.max(...roles.map((lines) => lines?.length ?? 0)) : 0
  const names = people.map(({ lane, part }, index) => {
    const attacker = part.id === 'attacker'
    const half = (part.name.length * NAME) / 2 + 4
    const colour = colours.party[part.id] ?? colours.ink
    return element(
      'g',
      { 'text-anchor': 'middle' },
      // Told apart without its colour, too.
      attacker
        ? element('rect', { x: lane.x - half, y: 30, width: 2 * half, height: 22, fill: colour })
        : '',
      line(lane.x, 47, part.name, {
        'font-size': NAME_SIZE,
        'font-weight': 650,
        fill: attacker ? colours.paper : colour,
      }),
      ...(tell ? (roles[index] ?? []) : []).map((text, at) =>
        line(lane.x, 66 + at * LINE, text, { fill: colours['ink-soft'] }),
      ),
    )
  })
  return {
    drawn: element(
      'g',
      { 'font-family': FONTS.prose, 'font-size': 13 },
      ...names,
      placesDrawn(people, colours),
    ),
    height: 60 + most * LINE + 8,
  }
}

interface Person {
  readonly lane: Lane
  readonly part: Part
}

/** Neighbours that live in one place stand under one bracket. */
const placesDrawn = (people: readonly Person[], colours: Palette): string => {
  const places: { readonly origin: string; readonly of: readonly Person[] }[] = []
  for (const person of people) {
    const origin = person.part.origin?.replace(/^https:\/\/([^/]+).*/, '$1')
    const previous = places.at(-1)
    if (origin === undefined) continue
    const beside = previous?.of.at(-1) === people[people.indexOf(person) - 1]
    if (previous && beside && previous.origin === origin)
      places.splice(-1, 1, { origin, of: [...previous.of, person] })
    else places.push({ origin, of: [person] })
  }
  return places
    .filter(({ origin, of }) => of.length > 1 || origin.length * PLACE <= of[0]!.lane.room - 4)
    .map(({ origin, of }) => {
      const [first, last] = [of[0]!.lane, of.at(-1)!.lane]
      const [left, right] = [first.x - first.room / 2 + 12, last.x + last.room / 2 - 12]
      const middle = of.length > 1 ? (left + right) / 2 : first.x
      return (
        line(middle, 14, origin, { 'text-anchor': 'middle', fill: colours['ink-faint'] }) +
        (of.length > 1
          ? element('path', {
              d: `M${Math.round(left)} 26.5v-6H${Math.round(right)}v6`,
              fill: 'none',
              stroke: colours['rule-strong'],
            })
          : '')
      )
    })
    .join('')
}

/** Lines that fit a width; undefined where a word alone does not. */
const wrapped = (text: string, width: number): readonly string[] | undefined => {
  const most = Math.floor(width / PROSE)
  const lines: string[] = []
  for (const word of text.split(' ')) {
    if (word.length > most) return undefined
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines
}
