import { useDeferredValue, useMemo } from 'react'
import { Link } from 'wouter'
import { isRevision, revisions, type Attack, type Revision } from '../../engine/index.ts'
import { attacks as all } from '../../scenarios/attacks.ts'
import { useHashQuery } from '../ui/hash-location.ts'
import { cryptographyHere, NoCryptography } from '../ui/no-cryptography.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { AttacksTable } from './attacks-table.tsx'
import { Conduct } from './conduct.tsx'
import { Ledger } from './ledger.tsx'
import { OfficialClients } from './official-clients.tsx'
import { sumOf } from './sum.ts'
import { useProof } from './use-proof.ts'
import { WorldsTable } from './worlds-table.tsx'
import styles from './proof.module.css'

const attacks: readonly Attack[] = all
const NEWEST = revisions.at(-1)!

const asked = (query: string): Revision => {
  const wanted = new URLSearchParams(query).get('rev') ?? ''
  return isRevision(wanted) ? wanted : NEWEST
}

const SECTIONS = [
  { id: 'checks', name: 'Which check stops which attack' },
  { id: 'revisions', name: 'What each revision of MCP closes' },
  { id: 'clients', name: 'How the official clients fare' },
  { id: 'ledger', name: 'What each check is for' },
] as const

type SectionId = (typeof SECTIONS)[number]['id']

// The address belongs to the page, so its parts are no fragments of it.
const jumpTo = (id: SectionId) => {
  const heading = document.getElementById(id)
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}

const Name = ({ of }: { readonly of: SectionId }) => (
  <h2 id={of} tabIndex={-1} className={styles['name']}>
    {SECTIONS.find(({ id }) => id === of)?.name}
  </h2>
)

/** The page that proves every attack: played while it is looked at, and every cell is a way into its run. */
export const Proof = () => {
  useTitle('The proof · Handshake Lab')
  const query = useHashQuery()
  const revision = useMemo(() => asked(query), [query])
  const { proof, cancel, again } = useProof(attacks, revision)
  // How far it is, is said at once; the tables are drawn when there is time.
  const rows = useDeferredValue(proof.rows)
  const sum = proof.state === 'over' ? sumOf(proof.rows) : []
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        <h1 className={styles['title']} tabIndex={-1}>
          The proof
        </h1>
        <p className={styles['lede']}>
          Every attack of this lab is played now, in this page, many times over. First everybody
          forgets whatever matters to it, and it wins. Then one check alone is remembered: does that
          turn it away? Do a few that only work together, when one of them is left out? Does what
          looks like a remedy? Each cell says how its run ended, and is a way into it.
        </p>
        <p className={styles['aside']}>
          Parties, checks and attacks are this lab’s own code, and they really run: a cell tells
          what a check does to an attack here, and not whether your server makes it. For that there
          is the <Link href="/checklist">checklist</Link>.
        </p>
        <nav className={styles['jumps']} aria-label="Tables of this page">
          {SECTIONS.map(({ id, name }) => (
            <button key={id} type="button" onClick={() => jumpTo(id)}>
              {name}
            </button>
          ))}
        </nav>
        {cryptographyHere() ? (
          <Conduct revision={revision} proof={proof} onCancel={cancel} onAgain={again} />
        ) : (
          <NoCryptography />
        )}
        {proof.problem !== undefined && (
          <Notice title="The lab itself failed.">
            {proof.problem} This is a defect of the lab, not of the protocol.
          </Notice>
        )}
        <p className={styles['sum']} aria-live="polite">
          {sum.join(' ')}
        </p>
        <Name of="checks" />
        <AttacksTable rows={rows} revision={revision} />
        <Name of="revisions" />
        <p className={styles['aside']}>
          In these runs everybody makes the checks that the revision asks for with this keyword, and
          forgets the others that matter to the attack.
        </p>
        <WorldsTable rows={rows} />
        <Name of="clients" />
        <p className={styles['aside']}>
          Both generations of the official TypeScript SDK, unmodified, in the place of Quill, in the
          newest revision that they speak; the owner’s servers forget nothing. This table was played
          when the lab was built, for these programs are no part of the page. What an SDK leaves to
          its host, such as comparing a state or opening a browser, the host here does as it is
          told.
        </p>
        <OfficialClients />
        <Name of="ledger" />
        <Ledger attacks={attacks} />
      </main>
    </div>
  )
}
