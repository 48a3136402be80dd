import { useMemo } from 'react'
import { courses, courseWithId, type Course } from '../../scenarios/courses.ts'
import { exerciseNamed } from '../../scenarios/exercise-shelf.ts'
import { stepsOfCourse, stepsOfStations } from '../practice/steps.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Guide } from './guide.tsx'
import styles from './guide.module.css'

interface GuidePageProps {
  /** The course that the address names. */
  readonly id?: string
  /** Or the exercise. */
  readonly exercise?: string
}

/** The guide for whoever teaches a course, or one exercise of it. */
export const GuidePage = ({ id = '', exercise = '' }: GuidePageProps) => {
  const course = courseWithId(id)
  const card = exerciseNamed(exercise)
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        {course ? (
          <CourseGuide course={course} />
        ) : card ? (
          <OneGuide id={card.id} title={card.title} minutes={card.minutes} />
        ) : (
          <NoGuide asked={id || exercise} />
        )}
      </main>
    </div>
  )
}

const CourseGuide = ({ course }: { readonly course: Course }) => (
  <Guide
    title={course.title}
    says={course.says}
    minutes={course.minutes}
    course={course}
    path={`/course/${course.id}`}
    steps={useMemo(() => stepsOfCourse(course), [course])}
  />
)

interface OneGuideProps {
  readonly id: string
  readonly title: string
  readonly minutes: number
}

const OneGuide = ({ id, title, minutes }: OneGuideProps) => (
  <Guide
    title={title}
    says="One exercise, for whoever gives it to others."
    minutes={minutes}
    path={`/exercise/${id}`}
    steps={useMemo(() => stepsOfStations([{ kind: 'exercise', id, minutes }]), [id, minutes])}
  />
)

const NoGuide = ({ asked }: { readonly asked: string }) => (
  <>
    <h1 className={styles['title']} tabIndex={-1}>
      Guides
    </h1>
    <Notice title="No such guide.">
      There is no course and no exercise called “{asked.slice(0, 60)}”. Each course has a guide:
    </Notice>
    <ul>
      {courses.map(({ id, title }) => (
        <li key={id}>
          <a href={`#/guide/${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </>
)
