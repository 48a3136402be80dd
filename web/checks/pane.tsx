import type { WireMessage } from '../../engine/index.ts'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import { LitNote } from '../value/lit-note.tsx'
import type { AllChecksProps } from './all-checks.tsx'
import { Checks } from './checks.tsx'
import styles from './all-checks.module.css'

const AllChecks = lazy(() =>
  import('./all-checks.tsx').then(({ AllChecks: it }) => ({ default: it })),
)

interface ChecksPaneProps extends AllChecksProps {
  readonly message: WireMessage | undefined
  readonly place: number
  /** Whether every check is shown, or those made on one message. */
  readonly all: boolean
  readonly onAll: (all: boolean) => void
}

const views = [
  { all: false, name: 'This message' },
  { all: true, name: 'All checks' },
] as const

/** The checks made on the current message, or all that there are, each to be remembered or forgotten. */
export const ChecksPane = ({ message, place, all, onAll, ...every }: ChecksPaneProps) => (
  <>
    <fieldset className={styles['views']}>
      <legend className="visually-hidden">Which checks</legend>
      {views.map((view) => (
        <label key={view.name} className={styles['view']}>
          <input
            type="radio"
            name="which-checks"
            checked={view.all === all}
            onChange={() => onAll(view.all)}
          />
          <span>{view.name}</span>
        </label>
      ))}
    </fieldset>
    {all ? (
      <Later name="The list of all checks">
        <AllChecks {...every} />
      </Later>
    ) : (
      <>
        <div data-decided={every.ending?.at === place || undefined}>
          <Checks
            message={message}
            place={place}
            onRemember={(check) => every.onForget(every.forgotten.filter((id) => id !== check))}
          />
        </div>
        <LitNote place={place} onSelect={every.onSelect} />
      </>
    )}
  </>
)
