import { useState } from 'react'
import { checksIn, mattersIn } from '../../engine/index.ts'
import { SwitchesContext, type Switches } from './check-switch.tsx'
import { MatterView } from './matter.tsx'
import { Outcome, type OutcomeProps } from './outcome.tsx'
import { PartyView } from './party-view.tsx'
import { matching, toggled } from './sought.ts'
import styles from './all-checks.module.css'

/** What of the run the checks are about, and what can be done with them. */
export type AllChecksProps = Omit<OutcomeProps, 'matters'>

/** Every check that the revision knows, with what comes of forgetting it on top. */
export const AllChecks = (props: AllChecksProps) => {
  const { scenario, told, forgotten, ending, onForget, onSelect } = props
  const [sought, setSought] = useState('')
  const matters = mattersIn(scenario, told)
  const first = new Set(matters.flatMap(({ checks }) => checks))
  const world = scenario.kind === 'attack' ? scenario.world : undefined
  const parties = checksIn(told.revision, world).map((party) => ({
    ...party,
    checks: party.checks.filter((id) => !first.has(id)),
  }))
  const found = matching(parties, sought, told.revision)
  const switches: Switches = {
    forgotten: new Set(forgotten),
    decided: ending?.by !== undefined && ending.at !== undefined ? ending : undefined,
    attacked: scenario.kind === 'attack',
    world,
    onTurn: (id) => onForget(toggled(forgotten, id)),
    onSelect,
  }
  return (
    <SwitchesContext value={switches}>
      <Outcome {...props} matters={matters} />
      <div className={styles['list']}>
        {matters.length > 0 && (
          <section>
            <h3 className={styles['part']}>What matters in this attack</h3>
            {matters.map((matter) => (
              <MatterView key={matter.checks.join(' ')} matter={matter} />
            ))}
          </section>
        )}
        <section>
          <h3 className={styles['part']}>
            {matters.length > 0 ? 'Everything else' : 'Every check'} that MCP {told.revision} knows
          </h3>
          <label className={styles['search']}>
            <span>Find</span>
            <input
              type="search"
              value={sought}
              placeholder="audience, state, MUST, client …"
              onChange={({ currentTarget }) => setSought(currentTarget.value)}
            />
          </label>
          <p className={styles['found']} aria-live="polite">
            {sought.trim() !== '' && `${found.flatMap(({ checks }) => checks).length} found`}
          </p>
          {found.map(({ who, checks }) => (
            <PartyView key={who} who={who} checks={checks} open={sought.trim() !== ''} />
          ))}
        </section>
      </div>
    </SwitchesContext>
  )
}
