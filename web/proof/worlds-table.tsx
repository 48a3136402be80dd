import { memo } from 'react'
import { revisions } from '../../engine/index.ts'
import { AttackName } from './attack-name.tsx'
import { DecidedBy } from './remembered.tsx'
import type { Row } from './rows.ts'
import { RunLink } from './run-link.tsx'
import styles from './table.module.css'

const LEVELS = { must: 'MUST', should: 'and SHOULD' } as const

/** Attack by revision: what becomes of it where everybody does exactly what the revision asks for. */
export const WorldsTable = memo(({ rows }: { readonly rows: readonly Row[] }) => (
  <table className={styles['table']}>
    <caption>
      How each attack ends where everybody does what a revision of MCP requires, and where everybody
      does what it recommends as well
    </caption>
    <thead>
      <tr>
        <th scope="col">Attack</th>
        {revisions.map((revision) => (
          <th key={revision} scope="col">
            {revision}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <WorldRow
          key={`${row.attack.id} ${row.variant}`}
          attack={row.attack}
          variant={row.variant}
          worlds={row.worlds}
        />
      ))}
    </tbody>
  </table>
))
WorldsTable.displayName = 'WorldsTable'

const WorldRow = memo(({ attack, variant, worlds }: Pick<Row, 'attack' | 'variant' | 'worlds'>) => (
  <tr>
    <th scope="row">
      <AttackName attack={attack} variant={variant} />
    </th>
    {revisions.map((revision) => {
      const mine = worlds.filter((world) => world.revision === revision)
      return (
        <td key={revision} data-label={revision}>
          {mine.length === 0 && <span className={styles['nothing']}>not told here</span>}
          {mine.map((job) => (
            <div key={job.obedience} className={styles['world']}>
              <span className={styles['level']}>{LEVELS[job.obedience]}</span>
              <RunLink job={job}>
                <DecidedBy job={job} />
              </RunLink>
            </div>
          ))}
        </td>
      )
    })}
  </tr>
))
WorldRow.displayName = 'WorldRow'
