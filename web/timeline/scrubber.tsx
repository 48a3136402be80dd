import type { CSSProperties } from 'react'
import type { Stretch } from '../../engine/index.ts'
import styles from './timeline.module.css'

interface ScrubberProps {
  readonly length: number
  readonly place: number
  readonly stretches: readonly Stretch[]
  /** The place in words. */
  readonly value: string
  readonly onSeek: (place: number) => void
}

const at = (place: number, length: number) =>
  ({ '--at': length === 0 ? 0 : place / length }) as CSSProperties

/** The log as a line, divided into phases; drag, click, or press a phase's name. */
export const Scrubber = ({ length, place, stretches, value, onSeek }: ScrubberProps) => (
  <div className={styles['scrubber']} style={at(place, length)}>
    <input
      className={styles['range']}
      type="range"
      aria-label="Messages shown"
      aria-valuetext={value}
      min={0}
      max={length}
      value={place}
      onChange={({ currentTarget }) => onSeek(currentTarget.valueAsNumber)}
    />
    <ol className={styles['phases']}>
      {stretches.map(({ phase, name, brief, since, until }) => (
        <li
          key={since}
          className={styles['phase']}
          style={
            { ...at(since - 1, length), '--to': length === 0 ? 0 : until / length } as CSSProperties
          }
          data-current={(since <= place && place <= until) || undefined}
        >
          <button
            type="button"
            aria-label={`${name}, from message ${since}`}
            data-phase={phase}
            onClick={() => onSeek(since)}
          >
            {brief}
          </button>
        </li>
      ))}
    </ol>
  </div>
)
