import { useEffect, useState } from 'react'
import { numberOf, type Step } from '../practice/steps.ts'
import type { Station } from '../workshop/known.ts'
import { standingAt, timetable } from '../workshop/timetable.ts'
import styles from './course.module.css'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

/** A moment as a clock in the room shows it, with its day where that is another. */
export const clockOf = (at: number): string =>
  day.format(at) === day.format(Date.now())
    ? clock.format(at)
    : `${clock.format(at)}, ${day.format(at)}`

/** When each station is due, as a clock in the room shows it. */
export const dueTimes = (
  stations: readonly Station[],
  begins: number | undefined,
): readonly string[] | undefined =>
  begins === undefined
    ? undefined
    : timetable(stations, begins).map(({ from }) => clock.format(from))

const HALF_A_MINUTE = 30_000

const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), HALF_A_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}

interface NowProps {
  readonly stations: readonly Station[]
  readonly begins: number
  readonly steps: readonly Step[]
}

/** Where the timetable stands at this moment. */
export const Now = ({ stations, begins, steps }: NowProps) => {
  const standing = standingAt(timetable(stations, begins), useNow())
  return <p className={styles['now']}>{inWords(standing, begins, steps)}</p>
}

const inWords = (
  standing: ReturnType<typeof standingAt>,
  begins: number,
  steps: readonly Step[],
): string => {
  if (standing.kind === 'before') return `It begins at ${clockOf(begins)}.`
  if (standing.kind === 'after') return 'By its timetable it is over.'
  const { index, minutesLeft } = standing
  const left = minutesLeft === 1 ? 'one minute is left' : `${minutesLeft} minutes are left`
  const step = steps[index]
  return step?.does === 'pause'
    ? `By the timetable there is a break: ${left} of it.`
    : `By the timetable the room is at step ${numberOf(steps, index)}, “${step?.title}”: ${left} for it.`
}
