import { useEffect, useRef } from 'react'
import { durationInWords } from '../../engine/index.ts'
import { useTyped } from './use-typed.ts'
import styles from './tamper.module.css'

/** Longer than anything in the lab lives, and still a number that fits into a link. */
const MOST = 100_000_000

const lengths = [
  { seconds: 61, says: 'longer than a code lives' },
  { seconds: 901, says: 'longer than an access token lives' },
  { seconds: 86_400, says: 'longer than anybody waits' },
] as const

interface HoldProps {
  readonly at: number
  readonly seconds: number | undefined
  readonly onHold: (seconds: number) => void
  readonly onCancel: () => void
}

/** Asks for how many seconds a message is held. */
export const Hold = ({ at, seconds, onHold, onCancel }: HoldProps) => {
  const [text, setText] = useTyped(String(seconds ?? lengths[0].seconds), `${at} seconds`)
  const wanted = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0
  const input = useRef<HTMLInputElement>(null)
  // Whoever opens this wants to say how long.
  useEffect(() => input.current?.select(), [])
  const possible = wanted >= 1 && wanted <= MOST
  return (
    <form
      className={styles['hold']}
      onSubmit={(event) => {
        event.preventDefault()
        if (possible) onHold(wanted)
      }}
    >
      <label className={styles['seconds']}>
        <span>Seconds</span>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          ref={input}
          value={text}
          aria-describedby="tamper-hold"
          aria-invalid={!possible}
          onKeyDown={(event) => event.key === 'Escape' && onCancel()}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" className={styles['action']} disabled={!possible}>
          Hold
        </button>
      </label>
      <p id="tamper-hold" className={styles['remark']} aria-live="polite">
        {possible
          ? `That is ${durationInWords(wanted)}.`
          : `A whole number from 1 to ${MOST.toLocaleString('en')}.`}
      </p>
      <ul className={styles['lengths']}>
        {lengths.map((one) => (
          <li key={one.seconds}>
            <button
              type="button"
              className={styles['link']}
              onClick={() => setText(String(one.seconds))}
            >
              {durationInWords(one.seconds)}
            </button>
            , {one.says}
          </li>
        ))}
      </ul>
    </form>
  )
}
