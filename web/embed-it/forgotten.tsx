import { useState } from 'react'
import {
  checksIn,
  checkWithId,
  mattersIn,
  toldBy,
  type CheckId,
  type Scenario,
} from '../../engine/index.ts'
import type { EmbedOptions } from '../element/options.ts'
import type { Edition } from '../lab/edition.ts'
import { Coded } from '../text/coded.tsx'
import { OneOf } from '../ui/fields.tsx'
import styles from './forgotten.module.css'

interface ForgottenProps {
  readonly scenario: Scenario
  readonly edition: Edition
  readonly chosen: EmbedOptions['forget']
  readonly onChoose: (forget: EmbedOptions['forget']) => void
}

/** Which checks nobody makes: as the story has it, none, or a choice. */
export const Forgotten = ({ scenario, edition, chosen, onChoose }: ForgottenProps) => {
  const [choosing, setChoosing] = useState(chosen !== undefined && chosen.length > 0)
  const told = toldBy(scenario, edition.variant).forget
  const state = chosen === undefined ? 'told' : choosing ? 'these' : 'none'
  return (
    <div className={styles['forgotten']}>
      <OneOf
        name="What is forgotten"
        value={state}
        values={[
          ['told', told.length > 0 ? 'what the story forgets' : 'nothing, as in the story'],
          ...(told.length > 0 ? [['none', 'nothing'] as const] : []),
          ['these', 'these checks'],
        ]}
        onChoose={(next) => {
          setChoosing(next === 'these')
          onChoose(next === 'told' ? undefined : next === 'none' ? [] : edition.forget)
        }}
      />
      {state === 'these' && (
        <Choice scenario={scenario} edition={edition} chosen={chosen ?? []} onChoose={onChoose} />
      )}
    </div>
  )
}

interface ChoiceProps extends ForgottenProps {
  readonly chosen: readonly string[]
}

const Choice = ({ scenario, edition, chosen, onChoose }: ChoiceProps) => {
  const first = [...new Set(mattersIn(scenario, edition).flatMap(({ checks }) => checks))]
  const turn = (id: CheckId) =>
    onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const tick = (id: CheckId) => (
    <label key={id} className={styles['check']}>
      <input type="checkbox" checked={chosen.includes(id)} onChange={() => turn(id)} />
      <span className={styles['id']}>{id}</span>
      <small>
        <Coded text={checkWithId(id)?.says ?? ''} />
      </small>
    </label>
  )
  return (
    <div className={styles['checks']}>
      {first.map(tick)}
      {checksIn(edition.revision).map(({ who, checks }) => {
        const rest = checks.filter((id) => !first.includes(id))
        const ticked = rest.filter((id) => chosen.includes(id)).length
        return (
          <details key={who}>
            <summary>
              {first.length > 0 ? 'What else' : 'What'} {who} checks
              <span>{ticked > 0 ? `${ticked} forgotten` : rest.length}</span>
            </summary>
            {rest.map(tick)}
          </details>
        )
      })}
    </div>
  )
}
