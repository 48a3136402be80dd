import { useId } from 'react'
import { checkWithId, whoByName } from '../../engine/index.ts'
import type { Find } from '../../engine/exercise/index.ts'
import { RichText } from '../text/rich-text.tsx'
import type { Attempting } from './use-attempt.ts'
import styles from './answer.module.css'

const partyOf = (check: string): string => check.split('/', 1)[0]!

/** Whose check it is that is forgotten, and which: first the party, then one of its checks. */
export const FindAnswer = ({ exercise, doing }: { exercise: Find; doing: Attempting }) => {
  const group = useId()
  const { draft, judging } = doing
  const check = draft?.kind === 'find' ? draft.check : undefined
  const chosen = draft?.kind === 'find' ? (draft.party ?? (check && partyOf(check))) : undefined
  const parties = [...new Set(exercise.pool.map((one) => partyOf(one.check)))]
  const party = chosen ?? (parties.length === 1 ? parties[0] : undefined)
  const ready = (check !== undefined || (parties.length > 1 && party !== undefined)) && !judging
  return (
    <form
      className={styles['answer']}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready)
          doing.give(check === undefined ? { kind: 'find', party } : { kind: 'find', check })
      }}
    >
      {parties.length > 1 && (
        <label className={styles['field']}>
          <span className={styles['legend']}>Who forgets something</span>
          <select
            value={party ?? ''}
            onChange={({ currentTarget }) =>
              doing.choose({ kind: 'find', party: currentTarget.value })
            }
          >
            {party === undefined && <option value="">Choose a party</option>}
            {parties.map((one) => (
              <option key={one} value={one}>
                {whoByName(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {party !== undefined && (
        <fieldset>
          <legend className={styles['legend']}>Which check</legend>
          {exercise.pool
            .filter((one) => partyOf(one.check) === party)
            .map((one) => (
              <label key={one.check} className={styles['option']}>
                <input
                  type="radio"
                  name={group}
                  checked={check === one.check}
                  onChange={() => doing.choose({ kind: 'find', check: one.check })}
                />
                <span>
                  <RichText text={checkWithId(one.check)?.says ?? one.check} />
                </span>
              </label>
            ))}
        </fieldset>
      )}
      <p className={styles['gives']}>
        <button type="submit" aria-disabled={!ready}>
          {check === undefined && ready ? 'Name the party' : 'Name it'}
        </button>
      </p>
    </form>
  )
}
