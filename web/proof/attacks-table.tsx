import { memo } from 'react'
import type { Revision } from '../../engine/index.ts'
import type { ProofKind } from '../../engine/proof.ts'
import { AttackName } from './attack-name.tsx'
import { Remembered } from './remembered.tsx'
import type { Row } from './rows.ts'
import { RunLink } from './run-link.tsx'
import styles from './table.module.css'

interface Column {
  readonly name: string
  readonly kinds: readonly ProofKind[]
}

const COLUMNS: readonly Column[] = [
  { name: 'No check', kinds: ['careless'] },
  { name: 'What stops it', kinds: ['stop'] },
  { name: 'One of several left out', kinds: ['half'] },
  { name: 'What only looks like it', kinds: ['decoy', 'told'] },
  { name: 'All checks', kinds: ['careful'] },
]

/** Attack by what is remembered. */
export const AttacksTable = memo(
  ({ rows, revision }: { readonly rows: readonly Row[]; readonly revision: Revision }) => (
    <table className={`${styles['table']} ${styles['attacks']}`}>
      <caption>
        What is remembered, while everything else that matters to the attack is forgotten, and how
        the run ends
      </caption>
      <thead>
        <tr>
          <th scope="col">Attack</th>
          {COLUMNS.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <AttackRow
            key={`${row.attack.id} ${row.variant}`}
            attack={row.attack}
            variant={row.variant}
            runs={row.runs}
            elsewhere={row.revision === revision ? undefined : row.revision}
          />
        ))}
      </tbody>
    </table>
  ),
)
AttacksTable.displayName = 'AttacksTable'

interface AttackRowProps extends Pick<Row, 'attack' | 'variant' | 'runs'> {
  readonly elsewhere: Revision | undefined
}

const AttackRow = memo(({ attack, variant, runs, elsewhere }: AttackRowProps) => (
  <tr>
    <th scope="row">
      <AttackName attack={attack} variant={variant} revision={elsewhere} />
    </th>
    {COLUMNS.map(({ name, kinds }) => {
      const mine = runs.filter(({ kind }) => kinds.includes(kind))
      // With one decoy, the story as it is told is that decoy’s run.
      const all = mine.filter(({ kind }) => kind === 'told' && mine.length > 2)
      const shown = [...mine.filter(({ kind }) => kind !== 'told'), ...all]
      return (
        <td key={name} data-label={name}>
          {shown.map((job) => (
            <RunLink key={`${job.kind} ${job.remembered.join(' ')}`} job={job}>
              <Remembered job={job} />
            </RunLink>
          ))}
        </td>
      )
    })}
  </tr>
))
AttackRow.displayName = 'AttackRow'
