import { mapPhases } from '../../../engine/map.ts'
import { map } from '../../../scenarios/map.ts'
import type { Shelved } from '../../../scenarios/shelf.ts'
import { columns } from './columns.ts'
import { Done } from './done.tsx'
import styles from './lesson-row.module.css'

/** A lesson, and how much of its story each phase has. */
export const LessonRow = ({ card }: { readonly card: Shelved }) => {
  const { passages } = map.lessons[card.id]!
  const told = mapPhases.filter((phase) => passages[phase] !== undefined)
  const [first, last] = [told.at(0)!, told.at(-1)!].map((phase) => mapPhases.indexOf(phase))
  return (
    <tr className={styles['row']}>
      <th scope="row">
        <span className={styles['lesson']}>
          <Done id={card.id} />
          <span>
            <a href={`#/lab/${card.id}`}>{card.title}</a>
            <span className={styles['facts']}>
              {card.minutes} min, {card.after ? 'medium' : 'easy'}
            </span>
          </span>
        </span>
      </th>
      {mapPhases.map((phase, at) => (
        <td
          key={phase}
          data-line={at < first! || at > last! ? undefined : lineAt(at, first!, last!)}
        >
          {passages[phase] !== undefined && (
            <span className={styles['dot']} data-size={sizeOf(passages[phase])}>
              <span className="visually-hidden">
                {columns[phase].name}: {passages[phase]}
              </span>
            </span>
          )}
        </td>
      ))}
    </tr>
  )
}

const lineAt = (at: number, first: number, last: number): string =>
  first === last ? 'none' : at === first ? 'begins' : at === last ? 'ends' : 'through'

const sizeOf = (passages: number): number => (passages === 1 ? 1 : passages < 4 ? 2 : 3)
