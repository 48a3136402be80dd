import { Icon } from '../../ui/icon.tsx'
import type { Live } from './use-live.ts'
import type { usePlace } from './use-place.ts'
import styles from './remote.module.css'

interface RemoteProps extends Pick<
  ReturnType<typeof usePlace>,
  'place' | 'message' | 'playing' | 'seek' | 'play' | 'pause'
> {
  readonly total: number
  /** How many of them are known. */
  readonly known: number
  readonly state: Live['state']
}

/** Plays and pauses the run, and goes through it step by step. */
export const Remote = ({
  place,
  message,
  total,
  known,
  state,
  playing,
  seek,
  play,
  pause,
}: RemoteProps) => (
  <div className={styles['remote']}>
    <button
      type="button"
      aria-label="One message back"
      disabled={place === 1}
      onClick={() => seek(place - 1)}
    >
      <Icon name="back" />
    </button>
    <button
      type="button"
      aria-label={playing ? 'Pause' : 'Play'}
      disabled={state !== 'here'}
      onClick={playing ? pause : play}
    >
      <Icon name={playing ? 'pause' : 'play'} />
    </button>
    <button
      type="button"
      aria-label="One message on"
      disabled={place >= known}
      onClick={() => seek(place + 1)}
    >
      <Icon name="step" />
    </button>
    <input
      type="range"
      className={styles['range']}
      aria-label="Message"
      aria-valuetext={`${place}: ${message.label}`}
      min={1}
      max={total}
      disabled={state !== 'here'}
      value={place}
      onChange={({ currentTarget }) => seek(Number(currentTarget.value))}
    />
    <span className={styles['where']}>
      <span className={styles['phase']}>{message.phase}</span>
      <span className={styles['number']}>
        {place} of {total}
      </span>
    </span>
  </div>
)
