import { notebookAt, partyName, type WireMessage } from '../../engine/index.ts'
import { gathered } from './gathered.ts'
import styles from './strip.module.css'

interface StripProps {
  readonly log: readonly WireMessage[]
  readonly place: number
  /** Opens the notebook. */
  readonly onOpen: () => void
}

/** What the attacker holds, in one line under the diagram. */
export const Strip = ({ log, place, onOpen }: StripProps) => {
  const things = gathered(notebookAt(log, place), place)
  return (
    <div className={styles['strip']}>
      <button type="button" className={styles['who']} onClick={onOpen}>
        {partyName('attacker')}’s notebook
      </button>
      {things.length === 0 ? (
        <span className={styles['none']}>empty</span>
      ) : (
        <ul className={styles['things']}>
          {things.map(({ name, times, fresh }) => (
            <li key={name} data-fresh={fresh || undefined}>
              {name}
              {times > 1 && ` ×${times}`}
              {fresh && <span className={styles['fresh']}>new</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
