import { useLayoutEffect, useRef } from 'react'
import { charts, inWords, partyName, type Chart, type Transition } from '../../engine/index.ts'
import { InstanceLine } from './instance-line.tsx'
import { instancesAt, standingOf, type Standing } from './standing.ts'
import { StateEntry } from './state-entry.tsx'
import css from './states.module.css'

export interface StatesProps {
  readonly transitions: readonly Transition[]
  /** How many messages have been told. */
  readonly place: number
}

const SPINE = 'handshake'

/** Where every machine of the run stands, drawn from the charts that run. */
export const States = ({ transitions, place }: StatesProps) => {
  const instances = instancesAt(transitions, place)
  const spine = instances.find(({ machine }) => machine === SPINE)
  const chart = charts[SPINE]
  const root = useRef<HTMLDivElement>(null)
  const here = spine?.entered.at(-1)?.state
  useLayoutEffect(() => {
    root.current?.querySelector(`[data-path='${here}']`)?.scrollIntoView({ block: 'center' })
  }, [here])
  const others = instances.filter(({ machine }) => machine !== SPINE)
  return (
    <div ref={root} className={css['states']}>
      {chart && <Spine chart={chart} standing={standingOf(chart, spine?.entered ?? [])} />}
      {others.length > 0 && (
        <>
          <h3 className={css['heading']}>At the authorization server</h3>
          {others.map((one) => (
            <InstanceLine key={`${one.machine} ${one.instance}`} instance={one} />
          ))}
        </>
      )}
    </div>
  )
}

const Spine = ({ chart, standing }: { chart: Chart; standing: Standing }) => {
  const phases = chart.states.filter(({ final }) => !final)
  const endings = chart.states.filter(({ final }) => final)
  return (
    <>
      <h3 className={css['heading']}>
        {partyName('client')}’s {inWords(chart.id)}, for {partyName('owner')}
      </h3>
      <ol className={css['spine']}>
        {phases.map((phase) => (
          <li key={phase.path} className={css['phase']}>
            <StateEntry chart={chart} state={phase} standing={standing} />
            <ol className={css['inner']}>
              {phase.states.map((state) => (
                <li key={state.path}>
                  <StateEntry chart={chart} state={state} standing={standing} />
                </li>
              ))}
            </ol>
          </li>
        ))}
        <li className={css['endings']}>
          <span className={css['aside']}>and ends</span>
          <ul>
            {endings.map((state) => (
              <li key={state.path}>
                <StateEntry chart={chart} state={state} standing={standing} />
              </li>
            ))}
          </ul>
        </li>
      </ol>
    </>
  )
}
