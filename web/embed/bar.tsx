import { lineOf, stretchesOf, type WireMessage } from '../../engine/index.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import styles from './bar.module.css'

interface BarProps {
  readonly log: readonly WireMessage[]
  readonly place: number
  readonly playing: boolean
  readonly onSeek: (place: number) => void
  readonly onPlay: () => void
  readonly onPause: () => void
}

/** Moves through the log in one line. */
export const Bar = ({ log, place, playing, onSeek, onPlay, onPause }: BarProps) => {
  const { length } = log
  const message = log[place - 1]
  const button = (label: string, icon: IconName, act: () => void, off = false) => (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={() => !off && act()}
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <section className={styles['bar']} aria-label="Timeline">
      <p className="visually-hidden" aria-live="polite">
        {message ? `${lineOf(message)}. ${place} of ${length}.` : 'Before the first message.'}
      </p>
      <div className={styles['buttons']}>
        {button('One message back', 'back', () => onSeek(place - 1), place === 0)}
        {playing ? button('Pause', 'pause', onPause) : button('Play', 'play', onPlay, length === 0)}
        {button('One message on', 'step', () => onSeek(place + 1), place >= length)}
      </div>
      <div
        className={styles['line']}
        style={{ ['--at' as string]: length === 0 ? 0 : place / length }}
      >
        {stretchesOf(log).map(({ since }) => (
          <span
            key={since}
            className={styles['phase']}
            style={{ ['--since' as string]: (since - 1) / length }}
          />
        ))}
        <input
          type="range"
          className={styles['range']}
          aria-label="Messages shown"
          aria-valuetext={message ? lineOf(message) : 'before the first message'}
          min={0}
          max={length}
          value={place}
          onChange={({ currentTarget }) => onSeek(currentTarget.valueAsNumber)}
        />
      </div>
      <p className={styles['place']}>
        {length > 0 && (
          <>
            <b>{place}</b> / {length}
          </>
        )}
      </p>
    </section>
  )
}
