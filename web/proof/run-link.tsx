import type { ReactNode } from 'react'
import type { Job } from '../../engine/proof.ts'
import { linkTo } from './links.ts'
import { isPlayed } from './rows.ts'
import styles from './run-link.module.css'

const marks = { won: '▲', refused: '■', completed: '●', broken: '!' } as const

/** How one run ended, as a way into it; before it was played, room for that. */
export const RunLink = ({
  job,
  children,
}: {
  readonly job: Job
  /** What was remembered, or what decided. */
  readonly children?: ReactNode
}) => {
  if (!isPlayed(job))
    return (
      <span className={styles['run']}>
        <span className={styles['wait']}>… </span>
        {children}
      </span>
    )
  const astray = 'holds' in job && !job.holds
  return (
    <a href={linkTo(job)} className={styles['run']} data-astray={astray || undefined}>
      <span className={styles['ending']} data-ending={job.ending}>
        <span className={styles['mark']} aria-hidden="true">
          {marks[job.ending]}
        </span>
        {job.ending}
        {astray && ', which it must not'}
      </span>{' '}
      {children}
      <span className="visually-hidden">
        , message {job.at ?? job.messages} of {job.messages}
      </span>
    </a>
  )
}
