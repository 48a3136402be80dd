import {
  allWhoMake,
  checkWithId,
  type Attack,
  type CheckId,
  type Matter,
} from '../../engine/index.ts'
import { Clauses } from '../text/clause.tsx'
import { useRevision } from '../text/revision.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './attack-ending.module.css'

interface StopViewProps {
  readonly matter: Matter
  readonly world: Attack['world'] | undefined
  readonly forgotten: readonly CheckId[]
  readonly onForget: (checks: readonly CheckId[]) => void
}

/** A check that would have stopped the attack: whose, by which clause, why, and a way to see that it does. */
export const StopView = ({
  matter: { checks, because },
  world,
  forgotten,
  onForget,
}: StopViewProps) => {
  const missing = checks.filter((id) => forgotten.includes(id))
  return (
    <div className={styles['matter']} data-linked={checks.length > 1 || undefined}>
      {checks.length > 1 && <p className={styles['together']}>only together</p>}
      <ul className={styles['checks']}>
        {checks.map((id) => (
          <StoppingCheck key={id} id={id} world={world} />
        ))}
      </ul>
      <p>
        <RichText text={because} />
      </p>
      {missing.length > 0 ? (
        <button
          type="button"
          className={styles['way']}
          onClick={() => onForget(forgotten.filter((id) => !checks.includes(id)))}
        >
          {missing.length > 1 ? `Switch these ${missing.length} checks on` : 'Switch this check on'}
          <span className="visually-hidden"> ({missing.join(', ')})</span>
        </button>
      ) : (
        <p className={styles['aside']}>Switched on in this run.</p>
      )}
    </div>
  )
}

const StoppingCheck = ({ id, world }: Pick<StopViewProps, 'world'> & { readonly id: CheckId }) => {
  const { levelOf } = useRevision()
  const row = checkWithId(id)
  if (!row) return null
  const level = levelOf(row)
  return (
    <li>
      <RichText text={row.says} />
      <span className={styles['aside']}>
        {allWhoMake(id, world)}, {level === undefined || level === 'none' ? 'no keyword' : level},{' '}
        <Clauses ids={row.refs.slice(0, 1)} />
      </span>
    </li>
  )
}
