import { inHours } from '../workshop/lab-known.ts'
import { asClock, type Shown } from './pace.ts'
import styles from './projector.module.css'

interface ClockProps {
  readonly shown: Shown
  readonly running: boolean
  /** How long the station is meant to take. */
  readonly minutes: number
  /** Beside something else that the room looks at. */
  readonly isSmall?: boolean
}

/** How much time is left for what is done now. */
export const Clock = ({ shown, running, minutes, isSmall = false }: ClockProps) => {
  const { left, late, standing } = shown
  return (
    <div
      className={styles[isSmall ? 'small' : 'clock']}
      data-over={(left !== undefined && left < 0) || undefined}
      data-waits={left === undefined || undefined}
    >
      <p role="timer" className={styles['time']}>
        {asClock(left ?? minutes * 60)}
      </p>
      <p className={styles['says']}>{saysOf(shown, running)}</p>
      {!isSmall && standing?.kind === 'after' && left !== undefined && left >= 0 && (
        <p className={styles['says']}>The timetable is over.</p>
      )}
      {!isSmall && late < 0 && <p className={styles['says']}>{-late} min before the timetable</p>}
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
