import { onShelf } from '../../scenarios/shelf.ts'
import styles from './course.module.css'

interface CourseProps {
  /** What each scenario is good for, by its id, in the order in which they are told. */
  readonly stations: Readonly<Record<string, string>>
}

/** Scenarios one after the other, and how long they take to read. */
export const Course = ({ stations }: CourseProps) => {
  const told = Object.entries(stations).flatMap(([id, note]) => {
    const card = onShelf(id)
    return card ? [{ ...card, note }] : []
  })
  const minutes = told.reduce((sum, card) => sum + card.minutes, 0)
  return (
    <>
      <ol className={styles['course']}>
        {told.map(({ id, title, minutes: each, note }) => (
          <li key={id}>
            <a href={`#/lab/${id}`}>{title}</a>
            <span className={styles['note']}>{note}</span>
            <span className={styles['minutes']}>{each} min</span>
          </li>
        ))}
      </ol>
      <p className={styles['sum']}>
        {minutes} minutes to read them alone; in a room, with bets and questions, more.
      </p>
    </>
  )
}
