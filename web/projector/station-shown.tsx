import { countOfSteps, numberOfStep, type Station } from '../workshop/known.ts'
import { inHours, stationKinds, stationTitle } from '../workshop/lab-known.ts'
import { Clock } from './clock.tsx'
import type { Pace, Shown } from './pace.ts'
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
