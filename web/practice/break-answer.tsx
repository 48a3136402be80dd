import type { Break } from '../../engine/exercise/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Moves } from './moves.tsx'
import type { Attempting } from './use-attempt.ts'
import type { Seen } from './use-scene.ts'
import styles from './answer.module.css'

/** More moves than this no attack of the lab takes. */
const MOST = 12

interface BreakAnswerProps {
  readonly exercise: Break
  readonly doing: Attempting
  readonly seen: Seen
}

/** What can be done as the attacker, and the plan that the learner makes of it. */
export const BreakAnswer = ({ exercise, doing, seen }: BreakAnswerProps) => {
  const { draft, judging } = doing
  const moves = draft?.kind === 'break' ? draft.moves : []
  const plan = (next: readonly string[]) => doing.choose({ kind: 'break', moves: next })
  const full = moves.length >= MOST
  const ready = moves.length > 0 && !judging
  const held = seen.scene?.held ?? []
  return (
    <form
      className={styles['answer']}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) doing.give({ kind: 'break', moves })
      }}
    >
      <section aria-labelledby="menu">
        <h2 id="menu" className={styles['legend']}>
          What you can do
        </h2>
        <ul className={styles['menu']}>
          {exercise.menu.map(({ id, says }) => (
            <li key={id}>
              <span>
                <RichText text={says} />
              </span>
              <button
                type="button"
                aria-label={`Add: ${says}`}
                aria-disabled={full}
                onClick={() => !full && plan([...moves, id])}
              >
                Add
              </button>
            </li>
          ))}
        </ul>
      </section>
      <Moves menu={exercise.menu} moves={moves} onPlan={plan} />
      {full && <p className={styles['aside']}>A plan has at most {MOST} moves.</p>}
      <p className={styles['gives']}>
        <button type="submit" aria-disabled={!ready}>
          Play it
        </button>
      </p>
      <section aria-labelledby="held">
        <h2 id="held" className={styles['legend']}>
          What the attacker holds at the end of this run
        </h2>
        <p>{held.length > 0 ? held.join(', ') : 'Nothing yet.'}</p>
      </section>
    </form>
  )
}
