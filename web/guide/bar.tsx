import { useState } from 'react'
import styles from './bar.module.css'

const SEED = /^[A-Za-z0-9_-]{1,64}$/

interface BarProps {
  readonly seed: string
  /** Left out where no step has a world that is drawn by the seed. */
  readonly onSeed: ((seed: string) => void) | undefined
  readonly done: number
  readonly of: number
}

/** The seed of the room where it changes something, how much was played, and the way to paper. */
export const GuideBar = ({ seed, onSeed, done, of }: BarProps) => {
  const [typed, setTyped] = useState(seed)
  const wrong = !SEED.test(typed)
  const isReady = done === of
  return (
    <div className={styles['bar']}>
      {onSeed && (
        <label>
          Seed of the room{' '}
          <input
            type="text"
            autoComplete="off"
            maxLength={64}
            value={typed}
            aria-invalid={wrong || undefined}
            aria-describedby="seed-says"
            onChange={({ currentTarget: { value } }) => {
              setTyped(value)
              if (SEED.test(value)) onSeed(value)
            }}
          />
        </label>
      )}
      <p id="seed-says" aria-live="polite">
        {wrong
          ? `A seed is made of 1 to 64 letters, digits, “-” and “_”. The guide is for “${seed}”.`
          : isReady
            ? `Every run of it was played just now${onSeed ? ': the seed draws whose world lacks which check' : ''}.`
            : `Playing: ${done} of ${of} steps`}
      </p>
      <button type="button" disabled={!isReady} onClick={() => print()}>
        Print
      </button>
    </div>
  )
}
