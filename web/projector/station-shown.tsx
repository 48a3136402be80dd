import type { Station } from '../workshop/known.ts'
import { inHours, stationTitle } from '../workshop/lab-known.ts'
import { asClock, type Pace, type Shown } from './pace.ts'
import styles from './projector.module.css'

interface StationShownProps {
  readonly stations: readonly Station[]
  readonly pace: Pace
  readonly shown: Shown
  readonly running: boolean
}

/** What is done now and what comes next, in letters for the back of a room. */
export const StationShown = ({ stations, pace, shown, running }: StationShownProps) => {
  const station = stations[pace.at]
  const next = stations[pace.at + 1]
  if (!station)
    return (
      <div className={styles['station']}>
        <p className={styles['over']}>That was the last of {stations.length} steps.</p>
      </div>
    )
  return (
    <div className={styles['station']}>
      <div>
        <p className={styles['number']}>
          {pace.at + 1} of {stations.length} ·{' '}
          {station.kind === 'exercise' ? 'an exercise' : 'a story'} · {inHours(station.minutes)}
        </p>
        <p className={styles['now']}>{stationTitle(station)}</p>
        <p className={styles['next']}>
          {next ? `Next: ${stationTitle(next)}` : 'Nothing comes after it.'}
        </p>
      </div>
      <Clock shown={shown} running={running} minutes={station.minutes} />
    </div>
  )
}

interface ClockProps extends Pick<StationShownProps, 'shown' | 'running'> {
  /** How long the station is meant to take. */
  readonly minutes: number
}

const Clock = ({ shown, running, minutes }: ClockProps) => {
  const { left, late, standing } = shown
  return (
    <div
      className={styles['clock']}
      data-over={(left !== undefined && left < 0) || undefined}
      data-waits={left === undefined || undefined}
    >
      <p role="timer" className={styles['time']}>
        {asClock(left ?? minutes * 60)}
      </p>
      <p className={styles['says']}>{saysOf(shown, running)}</p>
      {standing?.kind === 'after' && left !== undefined && left >= 0 && (
        <p className={styles['says']}>The timetable is over.</p>
      )}
      {late < 0 && <p className={styles['says']}>{-late} min before the timetable</p>}
    </div>
  )
}

const saysOf = ({ left, late, standing }: Shown, running: boolean): string => {
  if (standing === undefined) return 'not begun'
  if (standing.kind === 'before') return `begins in ${inHours(standing.minutesUntil)}`
  const what =
    left === undefined || left >= 0
      ? 'left'
      : late > 0
        ? `late by ${inHours(late)}`
        : 'time is over'
  return running ? what : `${what}, paused`
}
