import { courses, courseWithId } from '../../scenarios/courses.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Course } from './course.tsx'
import styles from './course.module.css'

/** The course that an address names, or which there are. */
export const CoursePage = ({ id }: { readonly id: string }) => {
  const course = courseWithId(id)
  return course ? <Course course={course} /> : <NoCourse id={id} />
}

const NoCourse = ({ id }: { readonly id: string }) => {
  useTitle('Courses · Handshake Lab')
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        <h1 className={styles['title']} tabIndex={-1}>
          Courses
        </h1>
        <Notice title="No such course.">
          There is no course called “{id.slice(0, 60)}”. These there are:
        </Notice>
        <ul className={styles['courses']}>
          {courses.map((course) => (
            <li key={course.id}>
              <a href={`#/course/${course.id}`}>{course.title}</a>, {course.minutes} minutes
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}
