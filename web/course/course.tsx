import { useMemo } from 'react'
import type { Course as CourseData } from '../../scenarios/courses.ts'
import { howFar, stepsOfCourse } from '../practice/steps.ts'
import { goUnderWay, isWorkshop, useUnderWay } from '../practice/under-way.ts'
import { useTicks } from '../practice/use-ticks.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Closing } from './closing.tsx'
import { NextStep } from './next-step.tsx'
import { NotKept } from '../practice/not-kept.tsx'
import { Steps } from './steps.tsx'
import styles from './course.module.css'

/** A course for one who takes it: its steps, which tick themselves, and what comes next. */
export const Course = ({ course }: { readonly course: CourseData }) => {
  useTitle(`${course.title} · Handshake Lab`)
  const steps = useMemo(() => stepsOfCourse(course), [course])
  const ticks = useTicks(steps)
  const underWay = useUnderWay()
  const path = `/course/${course.id}`
  const begin = () => goUnderWay({ path })
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        <h1 className={styles['title']} tabIndex={-1}>
          {course.title}
        </h1>
        <p className={styles['lede']}>
          {course.says} It takes about {course.minutes} minutes.
        </p>
        <NotKept />
        {underWay && isWorkshop(underWay) && (
          <Notice title="You are in a workshop.">
            Opening a step here leaves it. <a href={`#${underWay.path}`}>Back to the workshop</a>
          </Notice>
        )}
        <NextStep steps={steps} ticks={ticks} onOpen={begin} />
        <Steps steps={steps} ticks={ticks} next={howFar(steps, ticks).next} onOpen={begin} />
        <Closing questions={course.closing} />
        <p className={styles['foot']}>
          A story is ticked when you have read it to its end, an exercise when it is solved, a page
          when you have opened it. <a href="#/practice">All courses and exercises</a>.{' '}
          <a href={`#/guide/${course.id}`}>The guide for whoever teaches this</a>.
        </p>
      </main>
    </div>
  )
}
