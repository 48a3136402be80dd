import {
  sayDecision,
  withoutDecision,
  type CheckId,
  type Decision,
  type Scenario,
} from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Icon } from '../ui/icon.tsx'
import { useMedia } from '../ui/use-media.ts'
import type { Edition } from './edition.ts'
import { sayTurn, turnedBack, turnsFrom } from './remembering.ts'
import styles from './what-if.module.css'

interface ChangesProps {
  readonly scenario: Scenario
  readonly edition: Edition
  readonly decisions: readonly Decision[]
  readonly differsFrom: number | undefined
  readonly onDecide: (decisions: readonly Decision[]) => void
  readonly onForget: (checks: readonly CheckId[] | undefined) => void
  readonly onSelect: (place: number) => void
}

/** What the learner has changed about this run, each of it to be taken back. */
export const Changes = (props: ChangesProps) => {
  const { scenario, edition, decisions, differsFrom, onDecide, onForget, onSelect } = props
  // Where there is little room, more than one turned check are counted, not listed.
  const few = useMedia('(max-width: 640px)') ? 1 : 3
  const turns = turnsFrom(scenario, edition)
  const count = (to: 'forgotten' | 'remembered') => turns.filter((turn) => turn.to === to).length
  if (decisions.length + turns.length === 0) return null
  return (
    <section className={styles['changes']} aria-label="What you changed">
      <span>Changed</span>
      <ul className={styles['list']}>
        {turns.length > few ? (
          <Changed
            says={[
              ...(count('remembered') ? [`${count('remembered')} more checks remembered`] : []),
              ...(count('forgotten') ? [`${count('forgotten')} more checks forgotten`] : []),
            ].join(', ')}
            onUndo={() => onForget(undefined)}
          />
        ) : (
          turns.map((turn) => (
            <Changed
              key={turn.check}
              says={sayTurn(turn)}
              onUndo={() =>
                onForget(turns.length === 1 ? undefined : turnedBack(edition.forget, turn))
              }
            />
          ))
        )}
        {decisions.map((decision, index) => (
          <Changed
            // A link may say the same twice.
            key={`${index} ${JSON.stringify(decision)}`}
            says={sayDecision(decision)}
            onUndo={() => onDecide(withoutDecision(decisions, decision))}
          />
        ))}
      </ul>
      {differsFrom !== undefined && (
        <button type="button" className={styles['link']} onClick={() => onSelect(differsFrom)}>
          differs from message {differsFrom} on
        </button>
      )}
      <button
        type="button"
        className={styles['link']}
        onClick={() => {
          if (turns.length > 0) onForget(undefined)
          if (decisions.length > 0) onDecide([])
        }}
      >
        undo all
      </button>
    </section>
  )
}

const Changed = ({ says, onUndo }: { readonly says: string; readonly onUndo: () => void }) => (
  <li className={styles['change']}>
    <span>
      <RichText text={says} />
    </span>
    <button type="button" aria-label={`Undo: ${says.replaceAll('`', '')}`} onClick={onUndo}>
      <Icon name="remove" />
    </button>
  </li>
)
