import { countOfSteps, numberOfStep, type Station } from '../workshop/known.ts'
import { inHours, stationKinds, stationTitle } from '../workshop/lab-known.ts'
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
  if (!station)
    return (
      <div className={styles['station']}>
        <p className={styles['over']}>That was the last of {countOfSteps(stations)} steps.</p>
      </div>
    )
  return (
    <div className={styles['station']}>
      <div>
        <p className={styles['number']}>
          {station.kind !== 'pause' && (
            <>
              {numberOfStep(stations, pace.at)} of {countOfSteps(stations)} ·{' '}
              {station.kind === 'exercise' ? 'an' : 'a'} {stationKinds[station.kind]} ·{' '}
            </>
          )}
          {inHours(station.minutes)}
        </p>
        <p className={styles['now']}>{stationTitle(station)}</p>
        <p className={styles['next']}>{whatComes(stations, pace.at)}</p>
      </div>
      <Clock shown={shown} running={running} minutes={station.minutes} />
    </div>
  )
}

const whatComes = (stations: readonly Station[], at: number): string => {
  const [next, then] = stations.slice(at + 1)
  if (!next) return 'Nothing comes after it.'
  if (next.kind !== 'pause') return `Next: ${stationTitle(next)}`
  return `Next: a break of ${inHours(next.minutes)}${then ? `, then ${stationTitle(then)}` : ''}`
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
