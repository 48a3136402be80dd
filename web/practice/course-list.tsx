import { courses, type Course } from '../../scenarios/courses.ts'
import { useProgress } from '../progress/use-progress.ts'
import { solvedIn, type LearnerProgress } from '../workshop/progress.ts'
import styles from './practice.module.css'

/** The courses, how long each takes, and how far the learner is. */
export const CourseList = ({ progress }: { readonly progress: LearnerProgress }) => {
  const read = useProgress()
  const solved = solvedIn(progress)
  // What is only opened leaves no trace, so it is not counted.
  const countIn = ({ steps }: Course) => {
    const all = steps.flatMap((step) =>
      step.does === 'solve'
        ? [solved.includes(step.exercise)]
        : step.does === 'read'
          ? [read[step.scenario]?.includes('seen') === true]
          : [],
    )
    return { done: all.filter(Boolean).length, all: all.length }
  }
  return (
    <ul className={styles['courses']}>
      {courses.map((course) => {
        const { done, all } = countIn(course)
        return (
          <li key={course.id}>
            <a href={`#/course/${course.id}`}>{course.title}</a>
            <span className={styles['says']}>{course.says}</span>
            <span className={styles['facts']}>{inHours(course.minutes)}</span>
            <span className={styles['facts']} data-done={done === all || undefined}>
              {done === all ? `✓ all ${all}` : `${done} of ${all}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const inHours = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${minutes} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
