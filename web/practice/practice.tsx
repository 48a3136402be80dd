import { exerciseShelf } from '../../scenarios/exercise-shelf.ts'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { solvedIn } from '../workshop/progress.ts'
import { Carry } from './carry.tsx'
import { CourseList } from './course-list.tsx'
import { ExerciseList } from './exercise-list.tsx'
import { ForgetAll } from './forget-all.tsx'
import { useLearner } from './learner.ts'
import { NotKept } from './not-kept.tsx'
import { Who } from './who.tsx'
import styles from './practice.module.css'
import own from './you.module.css'

/** What there is to practise: courses, every exercise by phase, and what was done so far in this browser. */
export const Practice = () => {
  useTitle('Practice · Handshake Lab')
  const progress = useLearner()
  const solved = solvedIn(progress)
  const known = exerciseShelf.filter(({ id }) => solved.includes(id)).length
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        <h1 className={styles['title']} tabIndex={-1}>
          Practice
        </h1>
        <p className={styles['lede']}>
          Bet on a run, find the check that somebody forgets, stop an attack, carry one out, write a
          check. No answer is written down anywhere: what you say is tried in a real run, and the
          run decides.
        </p>
        <NotKept />
        <section className={styles['part']} aria-labelledby="courses">
          <h2 id="courses">Courses</h2>
          <CourseList />
        </section>
        <section className={styles['part']} aria-labelledby="exercises">
          <h2 id="exercises">
            Exercises{' '}
            <span className={styles['count']}>
              {known} of {exerciseShelf.length} solved
            </span>
          </h2>
          <ExerciseList progress={progress} />
        </section>
        <section className={styles['part']} aria-labelledby="you">
          <h2 id="you">You</h2>
          <div className={own['you']}>
            <Who key={`${progress.name}\n${progress.team}`} progress={progress} />
            <Carry progress={progress} />
            <ForgetAll progress={progress} />
          </div>
        </section>
      </main>
    </div>
  )
}
