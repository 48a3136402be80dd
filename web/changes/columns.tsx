import type { ReactNode } from 'react'
import type { Change } from '../../engine/compare.ts'
import type { Revision } from '../../engine/index.ts'
import { RevisionContext } from '../text/revision.ts'
import styles from './changes.module.css'
import rowStyles from './row.module.css'

interface ColumnsProps<T> {
  readonly name: string
  readonly between: readonly [before: Revision, after: Revision]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  /** The kinds there can be; left out: all. A kind with more rows gets more room. */
  readonly kinds?: readonly Change[]
  readonly children: (row: T) => ReactNode
}

const KINDS: readonly { readonly change: Change; readonly mark: string }[] = [
  { change: 'gone', mark: '−' },
  { change: 'new', mark: '+' },
  { change: 'changed', mark: '±' },
]

/** Rows of one kind, side by side: what is gone, what is new, what changed. */
export const Columns = <T extends { readonly change: Change }>(props: ColumnsProps<T>) => {
  const { name, between, rows, keyOf, kinds, children } = props
  const [before, after] = between
  const columns = KINDS.filter(({ change }) => kinds?.includes(change) ?? true).map(
    ({ change, mark }) => ({
      change,
      mark,
      rows: rows.filter((row) => row.change === change),
    }),
  )
  const says = { gone: `Only in ${before}`, new: `Only in ${after}`, changed: 'In both, changed' }
  return (
    <section className={styles['section']}>
      <h2 className={styles['name']}>{name}</h2>
      <div
        className={styles['columns']}
        data-flow={kinds ? true : undefined}
        style={
          kinds && {
            gridTemplateColumns: columns
              .map((one) => `${Math.min(one.rows.length, 5) + 2}fr`)
              .join(' '),
          }
        }
      >
        {columns.map((column) => (
          <RevisionContext key={column.change} value={column.change === 'gone' ? before : after}>
            <div className={styles['column']} data-change={column.change}>
              <h3 className={styles['kind']}>
                <span className={styles['mark']} aria-hidden="true">
                  {column.mark}
                </span>
                {says[column.change]}
                <span className={styles['count']}>{column.rows.length}</span>
              </h3>
              <ul>
                {column.rows.map((row) => (
                  <li key={keyOf(row)} className={rowStyles['row']}>
                    {children(row)}
                  </li>
                ))}
              </ul>
            </div>
          </RevisionContext>
        ))}
      </div>
    </section>
  )
}
