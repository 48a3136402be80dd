import type { Scenario } from '../../engine/index.ts'
import type { RunControls, RunView } from '../lab/playback.ts'
import { Icon } from '../ui/icon.tsx'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import styles from './embed.module.css'

const Opened = lazy(() => import('./opened.tsx').then(({ Opened: it }) => ({ default: it })))
const Switched = lazy(() => import('./switched.tsx').then(({ Switched: it }) => ({ default: it })))

interface SidelightProps {
  readonly scenario: Scenario
  readonly view: RunView
  readonly controls: RunControls
  readonly message: boolean
  readonly checks: boolean
  /** Where the lab shows the owner’s browser. */
  readonly browser: string
  readonly onClose: (() => void) | undefined
}

/** What stands beside the figure when it is asked for: the current message, and the checks that can be turned. */
export const Sidelight = (props: SidelightProps) => {
  const { scenario, view, controls, message, checks, browser, onClose } = props
  if (!message && !checks) return null
  return (
    <aside className={styles['aside']}>
      {checks && (
        <Later name="The checks">
          <Switched scenario={scenario} view={view} controls={controls} />
        </Later>
      )}
      {message && (
        <section className={styles['message']} aria-label="The message">
          {onClose && (
            <button type="button" className={styles['close']} aria-label="Close" onClick={onClose}>
              <Icon name="remove" />
            </button>
          )}
          <Later name="The message">
            <Opened view={view} controls={controls} browser={browser} />
          </Later>
        </section>
      )}
    </aside>
  )
}
