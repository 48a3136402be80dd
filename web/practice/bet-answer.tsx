import { useId } from 'react'
import type { Bet } from '../../engine/exercise/index.ts'
import { RichText } from '../text/rich-text.tsx'
import type { Attempting } from './use-attempt.ts'
import styles from './answer.module.css'

/** What can be said about a run that has been told up to here: one of several, and then the run goes on. */
export const BetAnswer = ({ exercise, doing }: { exercise: Bet; doing: Attempting }) => {
  const group = useId()
  const { draft, given, judging } = doing
  const chosen = draft?.kind === 'bet' ? draft.says : undefined
  const said = given?.kind === 'bet' ? given.says : undefined
  const fresh = chosen !== undefined && chosen !== said && !judging
  return (
    <form
      className={styles['answer']}
      onSubmit={(event) => {
        event.preventDefault()
        if (fresh) doing.give({ kind: 'bet', says: chosen })
      }}
    >
      <fieldset>
        <legend className={styles['legend']}>Your bet</legend>
        {exercise.options.map(({ id, says }) => (
          <label key={id} className={styles['option']}>
            <input
              type="radio"
              name={group}
              checked={chosen === id}
              onChange={() => doing.choose({ kind: 'bet', says: id })}
            />
            <span>
              <RichText text={says} />
            </span>
          </label>
        ))}
      </fieldset>
      <p className={styles['gives']}>
        <button type="submit" aria-disabled={!fresh}>
          {said === undefined ? 'Bet' : 'Bet again'}
        </button>
      </p>
    </form>
  )
}
