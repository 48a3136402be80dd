import { courses, type CourseStep } from '../../scenarios/courses.ts'
import { exerciseCards, type ExerciseCard } from '../../scenarios/exercise-cards.ts'
import { shelf } from '../../scenarios/shelf.ts'
import type { Known, Station } from './known.ts'
import { idOfPage, labPage, labPages } from './lab-pages.ts'

const exercises: readonly ExerciseCard[] = Object.values(exerciseCards)

const stationOf = (step: CourseStep): Station => {
  const { minutes } = step
  switch (step.does) {
    case 'solve':
      return { kind: 'exercise', id: step.exercise, minutes }
    case 'read':
      return { kind: 'scenario', id: step.scenario, minutes }
    case 'open':
      return { kind: 'page', id: idOfPage(step), minutes }
    case 'pause':
      return { kind: 'pause', id: '', minutes }
  }
}

/** All that this lab has for a workshop. */
export const labKnown: Known = {
  exercises,
  scenarios: shelf,
  pages: labPages,
  courses: courses.map(({ id, title, steps }) => ({ id, title, stations: steps.map(stationOf) })),
}

/** What a station is called. */
export const stationTitle = ({ kind, id }: Pick<Station, 'kind' | 'id'>): string => {
  if (kind === 'pause') return 'Break'
  const lists = { exercise: exercises, scenario: shelf, page: labPages }
  return lists[kind].find((one) => one.id === id)?.title ?? id
}

/** What a station is, in a word. */
export const stationKinds = {
  exercise: 'exercise',
  scenario: 'story',
  page: 'page',
  pause: 'break',
} as const satisfies Readonly<Record<Station['kind'], string>>

/** What follows the `#` of the link to a station; empty for a break. */
export const stationLink = (
  { kind, id }: Pick<Station, 'kind' | 'id'>,
  seed: string | undefined,
): string => {
  switch (kind) {
    case 'exercise':
      return `/exercise/${id}`
    case 'scenario':
      return `/lab/${id}${seed === undefined ? '' : `?v=2&seed=${seed}`}`
    case 'page':
      return labPage(id)?.path ?? ''
    case 'pause':
      return ''
  }
}

/** Whether each seat has a world of its own in an exercise: where a missing check is sought. */
export const isDrawn = (exercise: string): boolean =>
  exercises.some(({ id, kind }) => id === exercise && kind === 'find')

/** How long stations take together, in minutes. */
export const minutesOf = (stations: readonly Station[]): number =>
  stations.reduce((sum, { minutes }) => sum + minutes, 0)

/** Minutes as people say them: `1 h 50 min`. */
export const inHours = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
