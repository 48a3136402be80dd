import type { ReactNode } from 'react'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import styles from './trainer-page.module.css'

interface TrainerPageProps {
  readonly title: string
  readonly lede: ReactNode
  readonly children: ReactNode
}

/** A page for whoever teaches: its heading, what it is for, its parts. */
export const TrainerPage = ({ title, lede, children }: TrainerPageProps) => {
  useTitle(`${title} · Handshake Lab`)
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        <h1 className={styles['title']} tabIndex={-1}>
          {title}
        </h1>
        <p className={styles['lede']}>{lede}</p>
        {children}
      </main>
    </div>
  )
}

/** A part of such a page. */
export const Part = ({
  name,
  children,
}: {
  readonly name: string
  readonly children: ReactNode
}) => (
  <section className={styles['part']} aria-label={name}>
    <h2>{name}</h2>
    <div className={styles['text']}>{children}</div>
  </section>
)

/** What of a link could not be used, a sentence each. */
export const Lost = ({
  title,
  problems,
}: {
  readonly title: string
  readonly problems: readonly string[]
}) =>
  problems.length === 0 ? null : (
    <div className={styles['lost']} aria-live="polite">
      <p>{title}</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )

/** The look of what is pressed to get something. */
export const press = styles['press']!
