import type { MapParty, MapPhase } from '../../../engine/map.ts'
import { map } from '../../../scenarios/map.ts'
import { columns } from './columns.ts'
import { Done } from './done.tsx'
import { attacksAt } from './placed.ts'
import styles from './attack-cell.module.css'

/** The attacks that live on what one party forgets in one phase. */
export const AttackCell = ({
  party,
  phase,
}: {
  readonly party: MapParty
  readonly phase: MapPhase
}) => {
  const attacks = attacksAt(party, phase)
  return (
    <td className={styles['cell']} data-empty={attacks.length === 0 ? '' : undefined}>
      {attacks.length > 0 && (
        <>
          <span className={styles['phase']} aria-hidden="true">
            {columns[phase].name}
          </span>
          <ul>
            {attacks.map(({ card, helps }) =>
              helps ? (
                <li key={card.id} className={styles['helps']}>
                  also <a href={`#/lab/${card.id}`}>{card.title}</a>
                </li>
              ) : (
                <li key={card.id} className={styles['attack']}>
                  <Done id={card.id} />
                  <span>
                    <a href={`#/lab/${card.id}`}>{card.title}</a>
                    <span className={styles['facts']}>
                      {card.minutes} min, {map.attacks[card.id]!.level}
                    </span>
                  </span>
                </li>
              ),
            )}
          </ul>
        </>
      )}
    </td>
  )
}
