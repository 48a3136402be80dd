import {
  allButThese,
  type CheckId,
  type Ending,
  type Matter,
  type Scenario,
  type Told,
} from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './outcome.module.css'

const words = {
  completed: 'Completed. ',
  won: 'The attack succeeds. ',
  refused: '',
  broken: 'The lab broke. ',
} as const

export interface OutcomeProps {
  readonly scenario: Scenario
  readonly told: Told
  /** What is forgotten in the run that is being played. */
  readonly forgotten: readonly CheckId[]
  readonly asTold: boolean
  readonly ending: Ending | undefined
  readonly differsFrom: number | undefined
  /** Undefined: what the story has the parties forget. */
  readonly onForget: (checks: readonly CheckId[] | undefined) => void
  readonly onSelect: (place: number) => void
  readonly matters: readonly Matter[]
}

/** What comes of the checks as they are turned, and the ways to turn many at once. */
export const Outcome = (props: OutcomeProps) => {
  const { scenario, told, forgotten, asTold, ending, differsFrom, matters } = props
  const { onForget, onSelect } = props
  return (
    <>
      <div className={styles['outcome']}>
        <p aria-live="polite" data-ending={ending?.ending}>
          {ending && (
            <>
              <b className={styles['word']}>{words[ending.ending]}</b>
              <RichText text={ending.sentence} />
            </>
          )}
        </p>
        {differsFrom !== undefined && (
          <button type="button" className={styles['link']} onClick={() => onSelect(differsFrom)}>
            Differs from message {differsFrom} on
          </button>
        )}
      </div>
      <div className={styles['all']}>
        <button type="button" aria-disabled={asTold} onClick={() => onForget(undefined)}>
          As the story tells it
        </button>
        <button type="button" aria-disabled={forgotten.length === 0} onClick={() => onForget([])}>
          Remember all
        </button>
        {matters.length > 0 && (
          <button type="button" onClick={() => onForget(allButThese(scenario, told, []))}>
            Forget all that matters
          </button>
        )}
      </div>
    </>
  )
}
