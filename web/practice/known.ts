import { courses, type Course } from '../../scenarios/courses.ts'
import { exerciseCards } from '../../scenarios/exercise-cards.ts'
import { shelf } from '../../scenarios/shelf.ts'
import type { Known, Station } from '../workshop/known.ts'

/** What a workshop has of a course: its stories and exercises. It has no pauses and no pages. */
export const stationsOf = ({ steps }: Pick<Course, 'steps'>): readonly Station[] =>
  steps.flatMap((step): readonly Station[] => {
    const { minutes } = step
    if (step.does === 'read') return [{ kind: 'scenario', id: step.scenario, minutes }]
    return step.does === 'solve' ? [{ kind: 'exercise', id: step.exercise, minutes }] : []
  })

/** All that a workshop of this lab can be made of. */
export const known: Known = {
  exercises: Object.values(exerciseCards),
  scenarios: shelf.map(({ id, title, minutes }) => ({ id, title, minutes })),
  courses: courses.map((course) => ({
    id: course.id,
    title: course.title,
    stations: stationsOf(course),
  })),
}
