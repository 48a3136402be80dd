import { inWords, type Chart, type ChartState } from '../../engine/index.ts'
import { Clause } from '../text/clause.tsx'
import { fromAnywhere, isDecision, markOf, turnings, type Standing } from './standing.ts'
import css from './state-entry.module.css'

interface StateEntryProps {
  readonly chart: Chart
  readonly state: ChartState
  readonly standing: Standing
}

const SAID = { here: ', now', passed: ', passed', ahead: '' } as const

/** One state: its mark, its name, where it turns to; opened, what it means. The current one is open. */
export const StateEntry = ({ chart, state, standing }: StateEntryProps) => {
  const mark = markOf(standing, state.path)
  const ways = turnings(chart, state.path)
  return (
    <details
      className={css['entry']}
      data-path={state.path}
      data-mark={mark}
      data-shape={state.final ? 'end' : isDecision(chart, state.path) ? 'decision' : 'rest'}
      data-outer={state.states.length > 0 || undefined}
      open={mark === 'here'}
    >
      <summary
        className={css['name']}
        title={state.description}
        aria-current={mark === 'here' ? 'step' : undefined}
      >
        {inWords(state.name)}
        <span className="visually-hidden">{SAID[mark]}</span>
        {fromAnywhere(chart, state.path) && <span className={css['ways']}> ← any state</span>}
        {ways.length > 0 && (
          <span className={css['ways']}>
            {' '}
            → {ways.map(({ name }) => inWords(name)).join(' or ')}
          </span>
        )}
      </summary>
      <p className={css['says']}>
        {state.description}
        {state.ref && (
          <>
            {' '}
            <Clause id={state.ref} />
          </>
        )}
      </p>
    </details>
  )
}
