import { courses, type Course } from '../../scenarios/courses.ts'
import { howFar, stepsOfCourse } from './steps.ts'
import { useTicks } from './use-ticks.ts'
import styles from './practice.module.css'

/** The courses, how long each takes, and how far the learner is. */
export const CourseList = () => (
  <ul className={styles['courses']}>
    {courses.map((course) => (
      <Listed key={course.id} course={course} />
    ))}
  </ul>
)

const Listed = ({ course }: { readonly course: Course }) => {
  const steps = stepsOfCourse(course)
  const { done, of } = howFar(steps, useTicks(steps))
  return (
    <li>
      <a href={`#/course/${course.id}`}>{course.title}</a>
      <span className={styles['says']}>{course.says}</span>
      <span className={styles['facts']}>{inHours(course.minutes)}</span>
      <span className={styles['facts']} data-done={done === of || undefined}>
        {done === of ? `✓ all ${of}` : `${done} of ${of}`}
      </span>
    </li>
  )
}

const inHours = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${minutes} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
