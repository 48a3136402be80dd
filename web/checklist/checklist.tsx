import { Link, useLocation } from 'wouter'
import { isRevision, revisions, type Revision } from '../../engine/index.ts'
import { dutiesIn, type DutyPart } from '../../engine/reference.ts'
import { checklist } from '../../scenarios/checklist.ts'
import { RevisionContext } from '../text/revision.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { useHashQuery } from '../ui/hash-location.ts'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { checklistText } from './markdown.ts'
import { Part } from './part.tsx'
import { untickAll, useTicks } from './ticks.ts'
import { useArrival } from './use-arrival.ts'
import styles from './checklist.module.css'

const NEWEST = revisions.at(-1)!

/** The revision that the address asks for; the newest where it asks for none. */
const readRevision = (query: string): Revision => {
  const asked = new URLSearchParams(query).get('rev') ?? ''
  return isRevision(asked) ? asked : NEWEST
}

const idsIn = (parts: readonly DutyPart[], revision: Revision) =>
  parts.flatMap(({ groups }) =>
    groups.flatMap((group) =>
      dutiesIn(group, revision).flatMap(({ duty, bound }) => (bound.length > 0 ? [duty.id] : [])),
    ),
  )

/** What there is to implement, for each party, to tick, to copy and to print. `asked` is the line that the address names. */
export const Checklist = ({ asked }: { readonly asked: string | undefined }) => {
  useTitle('What you have to implement · Handshake Lab')
  const revision = readRevision(useHashQuery())
  const [path, navigate] = useLocation()
  const ticked = useTicks()
  const ids = idsIn(checklist, revision)
  const done = ids.filter((id) => ticked.has(id)).length
  useArrival(asked)
  return (
    <RevisionContext value={revision}>
      <div className={styles['page']}>
        <PageHead />
        <main>
          <h1 className={styles['title']} tabIndex={-1}>
            What you have to implement
          </h1>
          <p className={styles['lede']}>
            Every requirement that binds, by{' '}
            <label>
              MCP{' '}
              <select
                className={styles['revision']}
                aria-label="Revision of MCP"
                value={revision}
                onChange={({ currentTarget: { value } }) => navigate(`${path}?rev=${value}`)}
              >
                {revisions.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </label>{' '}
            and what it rests on: with the keyword, the clause, a message in which it is done, and
            the attack that gets through where it is not.
          </p>
          <div className={styles['ways']}>
            <nav aria-label="Parties">
              {checklist.map(({ id, who }) => (
                <Link key={id} href={`/checklist/${id}?rev=${revision}`}>
                  {who.replace(/^An? /, '')}
                </Link>
              ))}
            </nav>
            <p className={styles['done']}>
              <span aria-live="polite">
                {done} of {ids.length} marked
              </span>
              {done > 0 && (
                <button type="button" onClick={untickAll}>
                  Untick all
                </button>
              )}
              <CopyButton text={checklistText(checklist, revision, ticked)}>
                Copy as Markdown
              </CopyButton>
              <button type="button" onClick={() => print()}>
                Print
              </button>
            </p>
          </div>
          {checklist.map((part) => (
            <Part key={part.id} part={part} revision={revision} ticked={ticked} asked={asked} />
          ))}
        </main>
      </div>
    </RevisionContext>
  )
}
