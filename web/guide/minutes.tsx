import { numberOf, type Step } from '../practice/steps.ts'
import { minutesOf, ROOM_TAKES, sparedSteps } from './spare.ts'
import styles from './guide.module.css'

/** What the minutes of a plan mean for a room, and which steps can go when they run out. */
export const Minutes = ({ steps }: { readonly steps: readonly Step[] }) => {
  const work = steps.filter(({ does }) => does !== 'pause')
  const all = minutesOf(steps)
  const room = all + Math.ceil(minutesOf(work) * (ROOM_TAKES - 1))
  const spared = sparedSteps(steps)
  return (
    <div className={styles['minutes']}>
      <p>
        These are the minutes of a reader alone who uses “Next step”. A room with thirty people
        takes about half as long again: {room} minutes in place of {all}, and some more for arriving
        and for the questions at the end. Give it those, or leave something out.
      </p>
      {spared.length > 0 ? (
        <p>
          <strong>When minutes run out,</strong> leave out in this order:{' '}
          {spared.map((at, nth) => (
            <span key={at}>
              {nth > 0 && ', '}
              {numberOf(steps, at)}. {steps[at]!.title} ({steps[at]!.minutes})
            </span>
          ))}
          . That is {minutesOf(spared.map((at) => steps[at]!))} minutes of a reader alone. Nothing
          that follows builds on them, and everybody can do them afterwards. Take them out in
          Compose: then the projector and the learners’ page leave them out too. What is handed in
          are exercises, so leave some in.
        </p>
      ) : (
        work.length > 2 && (
          <p>
            <strong>When minutes run out,</strong> leave out any story in the middle: each stands
            alone. Keep the first step and the last, and ask at the end only about what was read.
          </p>
        )
      )}
    </div>
  )
}
