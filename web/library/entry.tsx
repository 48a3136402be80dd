import { Link } from 'wouter'
import type { Scenario } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './library.module.css'

/** One scenario in the library, and the way into it. */
export const Entry = ({
  number,
  scenario,
}: {
  readonly number: number
  readonly scenario: Scenario
}) => (
  <li className={styles['entry']}>
    <span className={styles['number']} aria-hidden="true">
      {number}
    </span>
    <div>
      <h3 className={styles['name']}>
        <Link href={`/lab/${scenario.id}`}>{scenario.title}</Link>
      </h3>
      <p className={styles['summary']}>
        <RichText text={scenario.summary} />
      </p>
      <p className={styles['facts']}>
        {scenario.minutes} minutes · MCP {scenario.revision}
      </p>
    </div>
    <Link href={`/lab/${scenario.id}`} className={styles['begin']}>
      Begin<span className="visually-hidden"> {scenario.title}</span>
    </Link>
  </li>
)
