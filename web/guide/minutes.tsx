import type { Course } from '../../scenarios/courses.ts'
import { numberOf, type Step } from '../practice/steps.ts'
import { labKnown } from '../workshop/lab-known.ts'
import { emptyWorkshop, formatWorkshop } from '../workshop/workshop.ts'
import { minutesOf, ROOM_TAKES, roomMinutesOf, roomPlan, sparedSteps } from './spare.ts'
import { stationOf } from './station-of.ts'
import styles from './guide.module.css'

interface MinutesProps {
  readonly steps: readonly Step[]
  readonly course: Course
}

/** What the minutes of a plan mean for a room, and a plan that fits into them. */
export const Minutes = ({ steps, course }: MinutesProps) => {
  const all = minutesOf(steps)
  // One minute for each question.
  const closing = course.closing.length
  const spared = sparedSteps(steps, closing)
  const plan = roomPlan(steps, closing)
  return (
    <div className={styles['minutes']}>
      <p>
        These are the minutes of a reader alone who uses “Next step”. A room with thirty people
        takes about {ROOM_TAKES} times as long: {roomMinutesOf(steps)} minutes in place of {all},
        and {closing} more for the questions at the end.
      </p>
      {spared.length > 0 && (
        <p>
          <strong>A room that has {all} minutes</strong> leaves out{' '}
          {spared
            .toSorted((one, other) => one - other)
            .map((at, nth) => (
              <span key={at}>
                {nth > 0 && ', '}
                {numberOf(steps, at)}. {steps[at]!.title}
              </span>
            ))}
          . Everybody can do those afterwards, and nothing that stays builds on them.{' '}
          <a href={`#/compose?${queryOf(course, plan)}`}>The rest, open in Compose</a>, has the
          minutes of a room:{' '}
          {plan
            .filter(({ does }) => does !== 'pause')
            .map(({ title, minutes }) => `${title} ${minutes}`)
            .join(', ')}
          ; {minutesOf(plan)} in all, and {closing} are left for the questions. Have people open the
          link before you begin. The learners’ link that comes of it, and its projector, go by them.
          {!plan.some(({ does }) => does === 'solve') &&
            ' No exercise is left in it, so nothing is handed in.'}
        </p>
      )}
    </div>
  )
}

const queryOf = ({ id, title }: Course, plan: readonly Step[]): string =>
  formatWorkshop(
    { ...emptyWorkshop, title: `${title}, in a room`, course: id, stations: plan.map(stationOf) },
    labKnown,
  )
