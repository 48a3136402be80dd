import {
  isMade,
  offersAt,
  withDecision,
  withoutDecision,
  type Decision,
  type WireMessage,
} from '../../engine/index.ts'
import type { ReactNode } from 'react'
import { RichText } from '../text/rich-text.tsx'
import styles from './what-if.module.css'

interface WhatIfProps {
  readonly log: readonly WireMessage[]
  readonly place: number
  readonly decisions: readonly Decision[]
  readonly seed: string
  readonly onDecide: (decisions: readonly Decision[]) => void
  readonly onReseed: () => void
  readonly children: ReactNode
}

/** The ways in which the learner may change the run, in a panel over the page. */
export const WhatIf = ({
  log,
  place,
  decisions,
  seed,
  onDecide,
  onReseed,
  children,
}: WhatIfProps) => (
  <>
    <button type="button" className={styles['opener']} popoverTarget="what-if">
      What if…
    </button>
    <dialog id="what-if" popover="auto" className={styles['panel']} aria-label="What if">
      <button
        type="button"
        className={styles['close']}
        popoverTarget="what-if"
        popoverTargetAction="hide"
      >
        Done
      </button>
      <p className={styles['explanation']}>
        Each change plays the whole handshake again from the start, with the same random values.
      </p>
      {offersAt(log, place).map(({ about, offers }) => (
        <fieldset key={about} className={styles['group']}>
          <legend className={styles['about']}>{about}</legend>
          {offers.map(({ decision, says }) => {
            const made = isMade(decisions, decision)
            return (
              <label key={says} className={styles['offer']}>
                <input
                  type="checkbox"
                  checked={made}
                  onChange={() =>
                    onDecide((made ? withoutDecision : withDecision)(decisions, decision))
                  }
                />
                <span>
                  <RichText text={says} />
                </span>
              </label>
            )
          })}
        </fieldset>
      ))}
      {children}
      <p className={styles['seed']}>
        <span>
          Seed <code>{seed}</code>
        </span>
        <button type="button" onClick={onReseed}>
          Draw another
        </button>
      </p>
    </dialog>
  </>
)
