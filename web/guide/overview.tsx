import type { Course } from '../../scenarios/courses.ts'
import { numberOf, type Step } from '../practice/steps.ts'
import { Minutes } from './minutes.tsx'
import { minutesOf } from './spare.ts'
import styles from './guide.module.css'
import tables from './tables.module.css'

const kinds = { read: 'Story', solve: 'Exercise', open: 'Page', pause: 'Break' } as const

/** What a step is, in a word. */
export const kindOf = ({ does }: Step): string => kinds[does]

interface OverviewProps {
  readonly steps: readonly Step[]
  readonly course: Course | undefined
}

/** All steps on one look: after how many minutes each begins, and how long it takes. */
export const Overview = ({ steps, course }: OverviewProps) => (
  <section className={styles['step']} aria-label="The plan">
    <h2>The plan</h2>
    <table className={tables['plan']}>
      <thead>
        <tr>
          <th scope="col">After</th>
          <th scope="col">Step</th>
          <th scope="col">What</th>
          <th scope="col">Minutes</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, at) => (
          <tr key={`${at} ${step.id}`}>
            <td>{inHours(minutesOf(steps.slice(0, at)))}</td>
            <td>
              {step.path === '' ? (
                step.title
              ) : (
                <>
                  {numberOf(steps, at)}. <a href={`#${step.path}`}>{step.title}</a>{' '}
                  <button
                    type="button"
                    className={tables['jump']}
                    aria-label={`${step.title}: how it goes`}
                    onClick={() => jumpTo(at)}
                  >
                    how it goes
                  </button>
                </>
              )}
            </td>
            <td>{kindOf(step)}</td>
            <td>{step.minutes}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {course && steps.length > 2 && <Minutes steps={steps} course={course} />}
  </section>
)

/** The id of the heading of a step, by its place. */
export const headingOf = (at: number): string => `step-${at}`

// The address is the page's own, so no link can lead within it.
const jumpTo = (at: number) => document.getElementById(headingOf(at))?.focus()

const inHours = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
