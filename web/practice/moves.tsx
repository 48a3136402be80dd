import type { Move } from '../../engine/exercise/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './answer.module.css'

interface MovesProps {
  readonly menu: readonly Move[]
  readonly moves: readonly string[]
  readonly onPlan: (moves: readonly string[]) => void
}

/** The plan, move by move: each goes up, goes down or goes away, and the keyboard goes with it. */
export const Moves = ({ menu, moves, onPlan }: MovesProps) => {
  const swap = (at: number, to: number) => onPlan(moves.with(at, moves[to]!).with(to, moves[at]!))
  return (
    <section aria-labelledby="plan">
      <h2 id="plan" className={styles['legend']} tabIndex={-1}>
        Your plan
      </h2>
      {moves.length === 0 ? (
        <p className={styles['aside']}>Nothing yet. Add what you want to do, in its order.</p>
      ) : (
        <ol className={styles['plan']}>
          {moves.map((id, at) => (
            <li key={`${at} ${id}`}>
              <span className={styles['number']}>{at + 1}</span>
              <span>
                <RichText text={menu.find((one) => one.id === id)?.says ?? id} />
              </span>
              <span className={styles['tools']}>
                <Tool name="Up" sign="↑" at={at} to={at - 1} off={at === 0} onPress={swap} />
                <Tool
                  name="Down"
                  sign="↓"
                  at={at}
                  to={at + 1}
                  off={at === moves.length - 1}
                  onPress={swap}
                />
                <Tool
                  name="Take away"
                  sign="×"
                  at={at}
                  to={Math.min(at, moves.length - 2)}
                  off={false}
                  onPress={() => onPlan(moves.toSpliced(at, 1))}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

interface ToolProps {
  readonly name: string
  readonly sign: string
  readonly at: number
  /** The place in the plan to which the keyboard goes with it. */
  readonly to: number
  readonly off: boolean
  readonly onPress: (at: number, to: number) => void
}

const Tool = ({ name, sign, at, to, off, onPress }: ToolProps) => (
  <button
    type="button"
    data-act={`${name} ${at}`}
    aria-label={`${name}: move ${at + 1}`}
    title={name}
    aria-disabled={off}
    onClick={({ currentTarget }) => {
      if (off) return
      const section = currentTarget.closest('section')
      onPress(at, to)
      // Once the plan is drawn anew; an empty one leaves its heading.
      requestAnimationFrame(() => {
        const next = section?.querySelector<HTMLElement>(`[data-act='${name} ${to}']`)
        ;(next ?? section?.querySelector<HTMLElement>('h2'))?.focus()
      })
    }}
  >
    <span aria-hidden="true">{sign}</span>
  </button>
)
