import { mapParties, mapPhases } from '../../../engine/map.ts'
import { lessonShelf } from '../../../scenarios/shelf.ts'
import { AttackCell } from './attack-cell.tsx'
import { columns, rows } from './columns.ts'
import { LessonRow } from './lesson-row.tsx'
import styles from './map.module.css'

/** Everything the lab has, over the course of a handshake: what lessons are about, and where the check belongs that an attack lives on. */
export const Map = () => (
  <table className={styles['map']}>
    <thead data-letters-in="1">
      <tr>
        <th scope="col">
          <span className="visually-hidden">What</span>
        </th>
        {mapPhases.map((phase) => (
          <th key={phase} scope="col">
            <span className={styles['phase']}>{columns[phase].name}</span>
            <span className={styles['asks']}>{columns[phase].asks}</span>
          </th>
        ))}
      </tr>
    </thead>
    <tbody className={styles['lessons']} data-letters-in="1">
      <tr>
        <th className={styles['part']} colSpan={7} scope="colgroup">
          <h3>Lessons</h3>
          <p>
            The larger the dot, the more of the story is told there
            <span className={styles['order']}>
              {`: ${mapPhases.map((phase) => columns[phase].name.toLowerCase()).join(', ')}, from left to right`}
            </span>
            .
          </p>
        </th>
      </tr>
      {lessonShelf.map((card) => (
        <LessonRow key={card.id} card={card} />
      ))}
    </tbody>
    <tbody className={styles['attacks']} data-letters-in="2">
      <tr>
        <th className={styles['part']} colSpan={7} scope="colgroup">
          <h3>Attacks</h3>
          <p>Each stands where the check belongs that somebody forgot.</p>
        </th>
      </tr>
      {mapParties.map((party) => (
        <tr key={party}>
          <th scope="row" data-party={party}>
            <span className={styles['name']}>{rows[party].name}</span>
            <span className={styles['is']}>{rows[party].is}</span>
          </th>
          {mapPhases.map((phase) => (
            <AttackCell key={phase} party={party} phase={phase} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
