import { useEffect, useRef, useState } from 'react'
import { RichText } from '../text/rich-text.tsx'
import styles from './help.module.css'

interface HelpProps {
  readonly hints: readonly string[]
  /** How many of them are shown. */
  readonly taken: number
  /** Whether a trainer lets hints be looked at, and solutions be played. */
  readonly allows: { readonly hints: boolean; readonly solution: boolean }
  readonly onHint: (number: number) => void
  readonly onSolution: () => void
  /** Begins again; gives back what undoes that. Left out where there is another way. */
  readonly onReset?: (() => () => void) | undefined
}

/** What helps when somebody is stuck: hints from vague to plain, the solution, and another beginning. */
export const Help = ({ hints, taken, allows, onHint, onSolution, onReset }: HelpProps) => {
  const [asked, setAsked] = useState(false)
  const [undo, setUndo] = useState<() => void>()
  return (
    <section className={styles['help']} aria-label="Help">
      {taken > 0 && (
        <ol className={styles['hints']} aria-label="Hints" aria-live="polite">
          {hints.slice(0, taken).map((hint) => (
            <li key={hint}>
              <RichText text={hint} />
            </li>
          ))}
        </ol>
      )}
      <p className={styles['ways']}>
        {allows.hints && taken < hints.length && (
          <button type="button" onClick={() => onHint(taken + 1)}>
            {taken === 0 ? 'Give me a hint' : 'A plainer hint'}
          </button>
        )}
        {allows.solution && !asked && (
          <button type="button" onClick={() => setAsked(true)}>
            Play the solution
          </button>
        )}
        {undo ? (
          <button
            type="button"
            onClick={() => {
              undo()
              setUndo(undefined)
            }}
          >
            Undo: bring back what was here
          </button>
        ) : (
          onReset && (
            <button
              type="button"
              onClick={() => {
                const back = onReset()
                setUndo(() => back)
              }}
            >
              Begin again
            </button>
          )
        )}
      </p>
      {asked && (
        <Asked
          onYes={() => {
            setAsked(false)
            setUndo(undefined)
            onSolution()
          }}
          onNo={() => setAsked(false)}
        />
      )}
    </section>
  )
}

const Asked = ({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }) => {
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => yes.current?.focus(), [])
  return (
    <p className={styles['asked']}>
      It will be noted that you looked.
      <button ref={yes} type="button" onClick={onYes}>
        Play it
      </button>
      <button type="button" onClick={onNo}>
        No, I go on
      </button>
    </p>
  )
}
