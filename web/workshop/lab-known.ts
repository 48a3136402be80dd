import { courses } from '../../scenarios/courses.ts'
import { exerciseCards, type ExerciseCard } from '../../scenarios/exercise-cards.ts'
import { shelf } from '../../scenarios/shelf.ts'
import type { Known, Station } from './known.ts'

const exercises: readonly ExerciseCard[] = Object.values(exerciseCards)

/** All that this lab has for a workshop. What a course opens besides, and its breaks, are no stations. */
export const labKnown: Known = {
  exercises,
  scenarios: shelf,
  courses: courses.map(({ id, title, steps }) => ({
    id,
    title,
    stations: steps.flatMap((step): readonly Station[] => {
      if (step.does === 'solve')
        return [{ kind: 'exercise', id: step.exercise, minutes: step.minutes }]
      return step.does === 'read'
        ? [{ kind: 'scenario', id: step.scenario, minutes: step.minutes }]
        : []
    }),
  })),
}

/** What a station is called. */
export const stationTitle = ({ kind, id }: Pick<Station, 'kind' | 'id'>): string =>
  (kind === 'exercise' ? exercises : shelf).find((one) => one.id === id)?.title ?? id

/** What follows the `#` of the link to a station. */
export const stationLink = (
  { kind, id }: Pick<Station, 'kind' | 'id'>,
  seed: string | undefined,
): string =>
  kind === 'exercise'
    ? `/exercise/${id}`
    : `/lab/${id}${seed === undefined ? '' : `?v=2&seed=${seed}`}`

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
