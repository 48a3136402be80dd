import { use, useMemo, type ReactNode } from 'react'
import { Link } from 'wouter'
import { firstContactPlayed } from './played.ts'
import { formatPlace } from '../../engine/index.ts'
import type { WorkingKind } from '../../engine/workings.ts'
import { RevisionContext } from '../text/revision.ts'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { LogContext } from '../value/lit.ts'
import { Workings } from './workings.tsx'
import styles from './page.module.css'

const sections: readonly {
  readonly kind: WorkingKind
  readonly name: string
  readonly says: ReactNode
}[] = [
  {
    kind: 'pkce',
    name: 'A verifier and its challenge',
    says: 'PKCE is one hash. Type another verifier, and see what the authorization server makes of it.',
  },
  {
    kind: 'token',
    name: 'A token and its signature',
    says: 'Change a claim, or forge the whole of it. Four servers say whether they would take it: one that makes every check, and three that forget one.',
  },
  {
    kind: 'well-known',
    name: 'Well-known addresses',
    says: 'From the name of an authorization server to the addresses at which a client looks, in their order.',
  },
]

/** The computations of a handshake by themselves, with the values of a run that is played here. */
export const WorkingsPage = () => {
  useTitle('Workings · Handshake Lab')
  const { log, revision, seed, fields } = use(firstContactPlayed())
  const onSelect = useMemo(
    () => (place: number) => {
      const query = formatPlace({ revision, seed, place, decisions: [] })
      location.hash = `/lab/first-contact?${query}&pane=message`
    },
    [revision, seed],
  )
  return (
    <RevisionContext value={revision}>
      <LogContext value={log}>
        <div className={styles['page']}>
          <PageHead />
          <main className={styles['main']}>
            <h1 className={styles['title']} tabIndex={-1}>
              Workings
            </h1>
            <p className={styles['lede']}>
              What the parties compute, step by step and with any input. The values are those of one
              run of{' '}
              <Link href={`/lab/first-contact?v=1&seed=${seed}&rev=${revision}`}>
                First contact
              </Link>
              ; the functions are the ones that its parties use.
            </p>
            {sections.map(({ kind, name, says }) => (
              <section key={kind} className={styles['section']}>
                <h2>{name}</h2>
                <p>{says}</p>
                <Workings kind={kind} {...fields[kind]} onSelect={onSelect} />
              </section>
            ))}
          </main>
        </div>
      </LogContext>
    </RevisionContext>
  )
}
