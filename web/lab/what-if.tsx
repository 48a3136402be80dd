import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import type { OffersProps } from './offers.tsx'
import styles from './what-if.module.css'

const Offers = lazy(() => import('./offers.tsx').then(({ Offers: it }) => ({ default: it })))

interface WhatIfProps extends OffersProps {
  readonly seed: string
  readonly onReseed: () => void
  readonly children: ReactNode
}

/** The ways in which the learner may change the run, in a panel over the page. */
export const WhatIf = ({ seed, onReseed, children, ...offers }: WhatIfProps) => {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" className={styles['opener']} popoverTarget="what-if">
        What if…
      </button>
      <dialog
        id="what-if"
        popover="auto"
        className={styles['panel']}
        aria-label="What if"
        onBeforeToggle={() => setOpened(true)}
      >
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
        {opened && (
          <Later name="What can be changed">
            <Offers {...offers} />
          </Later>
        )}
        {children}
        <p className={styles['seed']}>
          <span>
            Seed <code>{seed}</code>
          </span>
          <button type="button" onClick={onReseed}>
            Draw another
          </button>
        </p>
        <p className={styles['elsewhere']}>
          <Link href="/changes">What changed from one revision to the next</Link>
        </p>
      </dialog>
    </>
  )
}
