import { use, useState } from 'react'
import type { PartyChecks } from '../../engine/index.ts'
import { Icon } from '../ui/icon.tsx'
import { CheckSwitch, SwitchesContext } from './check-switch.tsx'
import styles from './all-checks.module.css'

interface PartyViewProps extends PartyChecks {
  /** Whether it stands open because something in it was searched for. */
  readonly open: boolean
}

/** All checks of one party, folded until somebody wants them. */
export const PartyView = ({ who, checks, open }: PartyViewProps) => {
  const [unfolded, setUnfolded] = useState(false)
  const switches = use(SwitchesContext)
  const forgotten = checks.filter((id) => switches?.forgotten.has(id)).length
  const shown = open || unfolded
  return (
    <details
      className={styles['party']}
      open={shown}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary className={styles['who']}>
        <span className={styles['turn']}>
          <Icon name="open" />
        </span>
        <span>What {who} checks</span>
        <span className={styles['count']}>
          {forgotten > 0 && <b>{forgotten} forgotten, </b>}
          {checks.length}
        </span>
      </summary>
      {shown && checks.map((id) => <CheckSwitch key={id} id={id} />)}
    </details>
  )
}
