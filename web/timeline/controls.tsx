import type { WireMessage } from '../../engine/index.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './timeline.module.css'

/** Where the timeline stands, and what can be done with it. */
export interface ControlsProps {
  readonly log: readonly WireMessage[]
  readonly place: number
  readonly playing: boolean
  readonly secondsPerMessage: number
  readonly onSeek: (place: number) => void
  readonly onPlay: () => void
  readonly onPause: () => void
  readonly onPace: (secondsPerMessage: number) => void
}

const paces = [
  { name: 'slow', seconds: 3.2 },
  { name: 'steady', seconds: 1.6 },
  { name: 'fast', seconds: 0.6 },
] as const

/** How fast a run plays unless the learner chooses otherwise: seconds per message. */
export const DEFAULT_PACE = paces[1].seconds

/** The buttons of the timeline, and its pace. */
export const Controls = (props: ControlsProps) => {
  const { log, place, playing, secondsPerMessage, onSeek, onPlay, onPause, onPace } = props
  const atEnd = place >= log.length
  const button = (
    label: string,
    key: string,
    icon: Parameters<typeof Icon>[0]['name'],
    act: () => void,
    off: boolean,
  ) => (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      aria-disabled={off}
      title={`${label} (${key})`}
      onClick={() => !off && act()}
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <div className={styles['controls']}>
      {button('To the beginning', 'Home', 'start', () => onSeek(0), place === 0)}
      {button('One message back', '←', 'back', () => onSeek(place - 1), place === 0)}
      {playing
        ? button('Pause', 'Space', 'pause', onPause, false)
        : button('Play', 'Space', 'play', onPlay, log.length === 0)}
      {button('One message on', '→', 'step', () => onSeek(place + 1), atEnd)}
      {button('To the end', 'End', 'end', () => onSeek(log.length), atEnd)}
      <label className={styles['pace']}>
        <span className="visually-hidden">Pace</span>
        <select
          value={secondsPerMessage}
          onChange={({ currentTarget }) => onPace(Number(currentTarget.value))}
        >
          {paces.map(({ name, seconds }) => (
            <option key={name} value={seconds}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
