import { exerciseCards, type ExerciseCard } from '../../scenarios/exercise-cards.ts'
import { attackShelf, lessonShelf } from '../../scenarios/shelf.ts'
import type { Station } from '../workshop/known.ts'
import { labPages } from '../workshop/lab-pages.ts'
import { BREAK_MINUTES } from '../workshop/stations.ts'

/** What can be added to a workshop. */
export interface Offer extends Station {
  readonly title: string
  readonly is: OfferKind
}

/** The kinds of what can be added, and what each is called. */
export const offerKinds = {
  lesson: 'lesson',
  attack: 'attack',
  bet: 'bet',
  find: 'find it',
  fix: 'fix it',
  break: 'break it',
  write: 'write it',
  page: 'page',
  pause: 'break',
} as const
export type OfferKind = keyof typeof offerKinds

/** What an offer is, as a list says it: a story and an exercise may have the same title. */
export const inWords = ({ kind, is }: Offer): string => {
  if (kind === 'scenario') return `story: ${offerKinds[is]}`
  return kind === 'exercise' ? `exercise: ${offerKinds[is]}` : offerKinds[is]
}

const cards: readonly ExerciseCard[] = Object.values(exerciseCards)

/** All that there is to add: stories, exercises, pages of the lab, a break. */
export const offers: readonly Offer[] = [
  ...lessonShelf.map((card) => ({ ...card, kind: 'scenario' as const, is: 'lesson' as const })),
  ...attackShelf.map((card) => ({ ...card, kind: 'scenario' as const, is: 'attack' as const })),
  ...cards.map((card) => ({ ...card, kind: 'exercise' as const, is: card.kind })),
  ...labPages.map((page) => ({ ...page, kind: 'page' as const, is: 'page' as const })),
  { kind: 'pause' as const, id: '', minutes: BREAK_MINUTES, title: 'Break', is: 'pause' as const },
].map(({ kind, id, minutes, title, is }) => ({ kind, id, minutes, title, is }))

/** What of it is of a kind and has all these words in its name. */
export const offersFor = (text: string, kind: OfferKind | 'all'): readonly Offer[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return offers.filter(
    ({ is, title, id }) =>
      (kind === 'all' || is === kind) &&
      words.every((word) => `${title} ${id} ${offerKinds[is]}`.toLowerCase().includes(word)),
  )
}

/** The stations with one of them moved. */
export const moved = (
  stations: readonly Station[],
  from: number,
  to: number,
): readonly Station[] => {
  const station = stations[from]
  if (!station || to < 0 || to >= stations.length) return stations
  const rest = stations.filter((_, at) => at !== from)
  return [...rest.slice(0, to), station, ...rest.slice(to)]
}

/** The stations with one more, before which so many stand. */
export const added = (
  stations: readonly Station[],
  station: Station,
  after: number,
): readonly Station[] => [...stations.slice(0, after), station, ...stations.slice(after)]

/** Whether two are the same thing to do. */
export const same = (one: Station, other: Station): boolean =>
  one.kind === other.kind && one.id === other.id

/** A moment as a field of the browser has it, in its own time zone. */
export const asField = (at: number | undefined): string =>
  at === undefined
    ? ''
    : new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

/** What such a field says; undefined where it says nothing that a link can hold. */
export const fromField = (text: string): number | undefined => {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? new Date(text).getTime() : Number.NaN
  return at >= 0 && at % 60_000 === 0 ? at : undefined
}
