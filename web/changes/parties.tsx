import type { RunComparison } from '../../engine/compare.ts'
import { cast, type PartyId } from '../../engine/index.ts'
import { partiesIn } from './rows.ts'
import styles from './changes.module.css'

interface PartiesProps {
  readonly comparison: RunComparison
  readonly chosen: PartyId | undefined
  readonly onChoose: (party: PartyId | undefined) => void
}

/** Whose rows are shown. */
export const Parties = ({ comparison, chosen, onChoose }: PartiesProps) => {
  const concerned = partiesIn(comparison)
  const everybody = { id: undefined, name: 'everybody' }
  return (
    <fieldset className={styles['parties']}>
      <legend>What concerns</legend>
      {[everybody, ...cast.filter(({ id }) => concerned.has(id))].map(({ id, name }) => (
        <label key={name} className={styles['party']}>
          <input type="radio" name="party" checked={id === chosen} onChange={() => onChoose(id)} />
          <span style={id && { color: `var(--party-${id})` }}>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
