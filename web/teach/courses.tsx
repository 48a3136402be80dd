import { courses } from '../../scenarios/courses.ts'
import { inHours } from '../workshop/lab-known.ts'
import styles from './courses.module.css'

/** The courses of the lab: for whom, how long, and where each is taken, led and changed. */
export const Courses = () => (
  <ul className={styles['courses']}>
    {courses.map(({ id, title, says, minutes }) => (
      <li key={id}>
        <h3>
          <a href={`#/course/${id}`}>{title}</a> <small>{inHours(minutes)}</small>
        </h3>
        <p>{says}</p>
        <p className={styles['ways']}>
          <a href={`#/guide/${id}`}>Guide for whoever leads it</a>
          <a href={`#/compose?v=1&course=${id}`}>Make it a workshop of yours</a>
        </p>
      </li>
    ))}
  </ul>
)
