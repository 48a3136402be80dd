import { sayDecision, withoutDecision, type Decision } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './what-if.module.css'

interface ChangesProps {
  readonly decisions: readonly Decision[]
  readonly differsFrom: number | undefined
  readonly onDecide: (decisions: readonly Decision[]) => void
  readonly onSelect: (place: number) => void
}

/** What the learner has changed about this run, each of it to be taken back. */
export const Changes = ({ decisions, differsFrom, onDecide, onSelect }: ChangesProps) =>
  decisions.length === 0 ? null : (
    <section className={styles['changes']} aria-label="What you changed">
      <span>Changed</span>
      <ul className={styles['list']}>
        {decisions.map((decision) => (
          <li key={JSON.stringify(decision)} className={styles['change']}>
            <RichText text={sayDecision(decision)} />
            <button
              type="button"
              aria-label={`Undo: ${sayDecision(decision).replaceAll('`', '')}`}
              onClick={() => onDecide(withoutDecision(decisions, decision))}
            >
              <Icon name="remove" />
            </button>
          </li>
        ))}
      </ul>
      {differsFrom !== undefined && (
        <button type="button" className={styles['link']} onClick={() => onSelect(differsFrom)}>
          differs from message {differsFrom} on
        </button>
      )}
      <button type="button" className={styles['link']} onClick={() => onDecide([])}>
        undo all
      </button>
    </section>
  )
