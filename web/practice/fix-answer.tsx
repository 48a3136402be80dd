import { useMemo } from 'react'
import { allWhoMake, type CheckId, type Scenario } from '../../engine/index.ts'
import { mattersFor, type Fix } from '../../engine/exercise/index.ts'
import { CheckSwitch, SwitchesContext, type Switches } from '../checks/check-switch.tsx'
import { RevisionContext } from '../text/revision-context.ts'
import type { Attempting } from './use-attempt.ts'
import type { Seen } from './use-scene.ts'
import styles from './answer.module.css'

interface FixAnswerProps {
  readonly exercise: Fix
  readonly scenario: Scenario
  readonly doing: Attempting
  readonly seen: Seen
}

/** Every check that matters to an attack, by who makes it, to be remembered or not: the run is played again each time. */
export const FixAnswer = ({ exercise, scenario, doing, seen }: FixAnswerProps) => {
  const { draft, judging } = doing
  const remembered = draft?.kind === 'fix' ? draft.remember : []
  const world = scenario.kind === 'attack' ? scenario.world : undefined
  const all = useMemo(() => mattersFor(exercise, scenario), [exercise, scenario])
  const groups = useMemo(() => Map.groupBy(all, (id) => allWhoMake(id, world)), [all, world])
  const ending = seen.scene?.ending
  const switches: Switches = {
    forgotten: new Set<string>(all.filter((id) => !remembered.includes(id))),
    decided: ending?.by !== undefined && ending.at !== undefined ? ending : undefined,
    attacked: true,
    world,
    onTurn: (id: CheckId) =>
      doing.choose({
        kind: 'fix',
        remember: remembered.includes(id)
          ? remembered.filter((one) => one !== id)
          : [...remembered, id],
      }),
    onSelect: seen.seek,
  }
  return (
    <SwitchesContext value={switches}>
      <RevisionContext value={seen.scene?.revision ?? exercise.revision ?? '2025-11-25'}>
        <form
          className={styles['answer']}
          onSubmit={(event) => {
            event.preventDefault()
            if (!judging) doing.give({ kind: 'fix', remember: remembered })
          }}
        >
          {[...groups].map(([who, ids]) => (
            <fieldset key={who} className={styles['group']}>
              <legend className={styles['legend']}>{who}</legend>
              {ids.map((id) => (
                <CheckSwitch key={id} id={id} />
              ))}
            </fieldset>
          ))}
          <p className={styles['gives']}>
            <button type="submit" aria-disabled={judging}>
              Judge
            </button>
            <span className={styles['aside']}>
              {remembered.length} of {all.length} switched on
            </span>
          </p>
        </form>
      </RevisionContext>
    </SwitchesContext>
  )
}
