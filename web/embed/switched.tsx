import { mattersIn, type CheckId, type Scenario } from '../../engine/index.ts'
import { SwitchesContext, type Switches } from '../checks/check-switch.tsx'
import { MatterView } from '../checks/matter.tsx'
import { toggled } from '../checks/sought.ts'
import type { RunControls, RunView } from '../lab/playback.ts'
import styles from './embed.module.css'

interface SwitchedProps {
  readonly scenario: Scenario
  readonly view: RunView
  readonly controls: RunControls
}

/** The checks that matter to an attack, each to be remembered or forgotten: the run is then played again. */
export const Switched = ({ scenario, view, controls }: SwitchedProps) => {
  const { edition, ending } = view
  const matters = mattersIn(scenario, edition)
  if (matters.length === 0)
    return <p className={styles['none']}>This is no attack: no check decides how it ends.</p>
  const switches: Switches = {
    forgotten: new Set<string>(edition.forget),
    decided: ending?.by !== undefined && ending.at !== undefined ? ending : undefined,
    attacked: scenario.kind === 'attack',
    world: scenario.kind === 'attack' ? scenario.world : undefined,
    onTurn: (id: CheckId) => controls.forget(toggled(edition.forget, id)),
    onSelect: controls.seek,
  }
  return (
    <SwitchesContext value={switches}>
      <section className={styles['checks']}>
        <h2 className={styles['heading']}>What matters in this attack</h2>
        {matters.map((matter) => (
          <MatterView key={matter.checks.join(' ')} matter={matter} />
        ))}
      </section>
    </SwitchesContext>
  )
}
