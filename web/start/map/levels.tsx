import type { Level } from '../../../engine/map.ts'
import { levels } from './columns.ts'
import styles from './levels.module.css'

/** What the levels mean, and on the map what “also” does. */
export const Levels = ({ mapped }: { readonly mapped: boolean }) => (
  <div className={styles['levels']}>
    <p>
      An attack is{' '}
      {(Object.keys(levels) as Level[]).map((level, at) => (
        <span key={level}>
          {at > 0 && ', '}
          <em>{level}</em> where {levels[level]}
        </span>
      ))}
      ; a proxy, where one handshake stands inside another, makes it a step harder. A lesson is{' '}
      <em>easy</em> where nothing needs to be known, and <em>medium</em> where First contact does.
    </p>
    {mapped && (
      <p>
        On the map <em>also</em> marks the second party that has to play along for a check to work.
      </p>
    )}
  </div>
)
