import { createContext, use, useId } from 'react'
import {
  allWhoMake,
  checkWithId,
  type Attack,
  type CheckId,
  type Ending,
} from '../../engine/index.ts'
import { Clauses } from '../text/clause.tsx'
import { useRevision } from '../text/revision.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './check-switch.module.css'

/** What every switch needs to know of the run, and what it does. */
export interface Switches {
  readonly forgotten: ReadonlySet<string>
  /** The ending, where a check decided it. */
  readonly decided: Ending | undefined
  /** Whether it is an attack that was decided, so that a refusal is good news. */
  readonly attacked: boolean
  readonly world: Attack['world'] | undefined
  readonly onTurn: (id: CheckId) => void
  readonly onSelect: (place: number) => void
}

export const SwitchesContext = createContext<Switches | undefined>(undefined)

interface CheckSwitchProps {
  readonly id: CheckId
  /** Whether it says who makes the check: where no heading does. */
  readonly named?: boolean
}

/** One requirement, who is bound by it and how, and the switch that makes the party forget it. */
export const CheckSwitch = ({ id, named = false }: CheckSwitchProps) => {
  const switches = use(SwitchesContext)
  const { levelOf } = useRevision()
  const says = useId()
  const about = useId()
  const row = checkWithId(id)
  if (!row || !switches) return null
  const level = levelOf(row)
  const remembered = !switches.forgotten.has(id)
  const { decided } = switches
  return (
    <div className={styles['check']} data-forgotten={!remembered || undefined} data-check={id}>
      <button
        type="button"
        role="switch"
        className={styles['switch']}
        aria-checked={remembered}
        aria-labelledby={says}
        aria-describedby={about}
        onClick={() => switches.onTurn(id)}
      >
        <span className={styles['state']} aria-hidden="true">
          {remembered ? 'remembered' : 'forgotten'}
        </span>
      </button>
      <div className={styles['words']}>
        <p id={says} className={styles['says']}>
          <RichText text={row.says} />
        </p>
        <p id={about} className={styles['about']}>
          {named && `${allWhoMake(id, switches.world)}, `}
          <b>{level === undefined || level === 'none' ? 'no keyword' : level}</b>,{' '}
          <Clauses ids={row.refs.slice(0, 1)} />
        </p>
        {decided?.by === id && (
          <p className={styles['decided']} data-saves={switches.attacked || undefined}>
            <span aria-hidden="true">{switches.attacked ? '✓' : '✕'}</span>{' '}
            {switches.attacked ? 'This one stopped the attack, at' : 'This one decided it, at'}{' '}
            <button type="button" onClick={() => switches.onSelect(decided.at!)}>
              message {decided.at}
            </button>
          </p>
        )}
      </div>
    </div>
  )
}
