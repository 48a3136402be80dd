import { charts, inWords } from '../../engine/index.ts'
import { Clause } from '../text/clause.tsx'
import { markOf, standingOf, stateAt, type Instance } from './standing.ts'
import css from './instance-line.module.css'

const SAID = { here: ', now', passed: ', passed', ahead: '' } as const

/** One small machine on one line: its states in order, the current one marked and explained. */
export const InstanceLine = ({
  instance: { machine, instance, entered },
}: {
  instance: Instance
}) => {
  const chart = charts[machine]
  if (!chart) return null
  const standing = standingOf(chart, entered)
  const here = stateAt(chart.states, standing.here ?? '')
  return (
    <section className={css['instance']}>
      <h4 className={css['name']}>
        <span className={css['machine']}>{inWords(machine)}</span>
        <code className={css['id']} title={instance}>
          {instance}
        </code>
      </h4>
      <ol className={css['states']}>
        {chart.states.map((state) => {
          const mark = markOf(standing, state.path)
          return (
            <li
              key={state.path}
              className={css['state']}
              data-mark={mark}
              data-shape={state.final ? 'end' : 'rest'}
              title={state.description}
              aria-current={mark === 'here' ? 'step' : undefined}
            >
              {inWords(state.name)}
              <span className="visually-hidden">{SAID[mark]}</span>
            </li>
          )
        })}
      </ol>
      {here && (
        <p className={css['says']}>
          {here.description} {here.ref && <Clause id={here.ref} />}
        </p>
      )}
    </section>
  )
}
