import type { Matter } from '../../engine/index.ts'
import { CheckSwitch } from './check-switch.tsx'
import styles from './all-checks.module.css'

/** A check that matters to the attack, or several that are visibly joined because they are worth something only together. */
export const MatterView = ({ matter: { checks, name } }: { readonly matter: Matter }) => {
  if (checks.length === 1) return <CheckSwitch id={checks[0]!} named />
  return (
    <fieldset className={styles['joined']}>
      <legend className={styles['together']}>
        {name === undefined ? 'only together' : `${name}: only together`}
      </legend>
      {checks.map((id) => (
        <CheckSwitch key={id} id={id} named />
      ))}
    </fieldset>
  )
}
