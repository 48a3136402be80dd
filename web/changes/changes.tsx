import { useMemo, useState } from 'react'
import { featureChanges } from '../../engine/compare.ts'
import type { RunComparison } from '../../engine/compare.ts'
import type { PartyId } from '../../engine/index.ts'
import { useHashQuery } from '../ui/hash-location.ts'
import { cryptographyHere, NoCryptography } from '../ui/no-cryptography.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { readAsked, type Asked } from './asked.ts'
import { CheckRow } from './check-row.tsx'
import { Columns } from './columns.tsx'
import { FeatureRow } from './feature-row.tsx'
import { MessageRow } from './message-row.tsx'
import { PartRow } from './part-row.tsx'
import { Parties } from './parties.tsx'
import { Pick } from './pick.tsx'
import { linksTo, type Links } from './links.ts'
import { partiesOf } from './rows.ts'
import { useComparison } from './use-comparison.ts'
import styles from './changes.module.css'

// A sentence is there or it is not.
const WORDS = ['gone', 'new'] as const

/** The page that compares two revisions, by two runs that are played for it. */
export const Changes = () => {
  useTitle('What changed · Handshake Lab')
  const query = useHashQuery()
  const asked = useMemo(() => readAsked(query), [query])
  const { comparison, problem } = useComparison(asked)
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        <h1 className={styles['title']} tabIndex={-1}>
          What changed
        </h1>
        <Pick asked={asked} />
        {problem !== undefined && (
          <Notice title="The lab itself failed.">
            {problem} This is a defect of the lab, not of the protocol.
          </Notice>
        )}
        {!cryptographyHere() ? (
          <NoCryptography />
        ) : comparison ? (
          <Compared asked={asked} comparison={comparison} />
        ) : (
          problem === undefined && <p className={styles['wait']}>Playing the handshakes …</p>
        )}
      </main>
    </div>
  )
}

const Compared = ({
  asked,
  comparison,
}: {
  readonly asked: Asked
  readonly comparison: RunComparison
}) => {
  const [who, setWho] = useState<PartyId>()
  const { before, after, messages, parts, checks, same } = comparison
  const links: Links = useMemo(() => linksTo(asked, comparison), [asked, comparison])
  const features = useMemo(() => featureChanges(comparison), [comparison])
  const names = [before.revision, after.revision] as const
  const by = <T,>(rows: readonly T[], parties: (row: T) => readonly PartyId[]) =>
    who === undefined ? rows : rows.filter((row) => parties(row).includes(who))
  return (
    <>
      <p className={styles['sum']} aria-live="polite">
        {before.log.length} messages in {before.revision}, {after.log.length} in {after.revision};{' '}
        {same} are the same in both, but for random values and the time of day.
      </p>
      <Columns
        name="In the specification"
        between={names}
        rows={features}
        kinds={WORDS}
        keyOf={({ id }) => id}
      >
        {(row) => <FeatureRow row={row} />}
      </Columns>
      <Parties comparison={comparison} chosen={who} onChoose={setWho} />
      <Columns
        name="Messages"
        between={names}
        rows={by(messages, partiesOf.message)}
        keyOf={({ before, after }) => `${before[0]?.id} ${after[0]?.id}`}
      >
        {(row) => <MessageRow row={row} links={links} />}
      </Columns>
      <Columns
        name="Parameters, headers and members"
        between={names}
        rows={by(parts, partiesOf.part)}
        keyOf={({ name, before, after }) => [name, ...before, '→', ...after].join(' ')}
      >
        {(row) => <PartRow row={row} links={links} />}
      </Columns>
      <Columns
        name="Checks"
        between={names}
        rows={by(checks, partiesOf.check)}
        keyOf={({ check }) => check}
      >
        {(row) => <CheckRow row={row} links={links} />}
      </Columns>
    </>
  )
}
