import { Link } from 'wouter'
import type { Level } from '../../engine/index.ts'
import { sightingPath, type Bound, type DutyIn } from '../../engine/reference.ts'
import { seen } from '../../scenarios/seen.ts'
import { Clauses } from '../text/clause.tsx'
import { RichText } from '../text/rich-text.tsx'
import { SeenIn } from '../text/seen-in.tsx'
import { tick } from './ticks.ts'
import { attacksWithout } from '../../scenarios/attacks-without.ts'
import styles from './line.module.css'

const inWords = (level: Level | undefined): string =>
  level === undefined || level === 'none' ? 'no keyword' : level

/** One thing to implement: to tick, with the keyword that binds, its checks and clauses, where it is done, and what happens without it. */
export const Line = ({
  line: { duty, bound, level },
  done,
  arrived,
}: {
  readonly line: DutyIn
  readonly done: boolean
  readonly arrived: boolean
}) => {
  const attacks = attacksWithout(duty)
  return (
    <li id={`duty-${duty.id}`} className={styles['line']} data-arrived={arrived || undefined}>
      <label className={styles['order']}>
        <input
          type="checkbox"
          checked={done}
          onChange={({ currentTarget }) => tick(duty.id, currentTarget.checked)}
        />
        <span className={styles['says']}>
          <RichText text={duty.says} />
        </span>
      </label>
      <p className={styles['level']} data-level={level}>
        {inWords(level)}
      </p>
      <p className={styles['checks']}>
        {bound.map((one) => (
          <Check key={one.check} bound={one} strictest={level} />
        ))}
      </p>
      <dl className={styles['ways']}>
        <div>
          <dt>Asked for in</dt>
          <dd>
            <Clauses ids={bound.map(({ ref }) => ref)} />
          </dd>
        </div>
        <div>
          <dt>Done in</dt>
          <dd>
            <SeenIn sighting={duty.seen} />
          </dd>
        </div>
        {attacks.length > 0 && (
          <div className={styles['without']}>
            <dt>Without it</dt>
            <dd>
              {attacks.map(({ id, title }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <Link href={`/lab/${id}`}>{title}</Link>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </li>
  )
}

/** A check by which the lab knows that it is done; its keyword where it is not that of the whole line. */
const Check = ({
  bound: { check, level },
  strictest,
}: {
  readonly bound: Bound
  readonly strictest: Level | undefined
}) => (
  <span className={styles['check']}>
    <Link href={sightingPath(seen.checks[check])}>
      <code>{check}</code>
    </Link>
    {level !== strictest && <span className={styles['other']}> ({inWords(level)})</span>}
  </span>
)
