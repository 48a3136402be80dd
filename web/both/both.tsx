import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import {
  formatPlace,
  mattersIn,
  parsePlace,
  settled,
  toldBy,
  type Attack,
} from '../../engine/index.ts'
import { RevisionContext } from '../text/revision.ts'
import { useHashQuery } from '../ui/hash-location.ts'
import { cryptographyHere, NoCryptography } from '../ui/no-cryptography.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Remembered } from './remembered.tsx'
import { Sides } from './sides.tsx'
import { useBoth, type Side } from './use-both.ts'
import styles from './both.module.css'

/** An attack told twice, side by side: with a check forgotten, and with it remembered. */
export const Both = ({ scenario }: { readonly scenario: Attack }) => {
  useTitle(`${scenario.title}, both endings · Handshake Lab`)
  const query = useHashQuery()
  const { edition, told, matters } = useMemo(() => {
    const { revision: asked, registration, variant, seed = 'both-endings' } = parsePlace(query)
    const told = toldBy(scenario, variant)
    const wish = { ...(asked && { revision: asked }), ...(registration && { registration }) }
    const edition = { scenario, ...settled({ scenario, ...wish }), variant: told.variant, seed }
    const matters = mattersIn(scenario, edition).filter(({ kind }) => kind === 'stop')
    return { edition, told, matters }
  }, [scenario, query])
  const [chosen, choose] = useState(0)
  const matter = matters[chosen] ?? matters[0]
  const remembered = useMemo(() => matter?.checks ?? [], [matter])
  const both = useBoth(edition, told.forget, remembered)
  const hrefOf = ({ forget }: Side, place: number) =>
    `#/lab/${scenario.id}?${formatPlace({
      revision: edition.revision,
      registration: edition.registration,
      ...(told.variant !== undefined && { variant: told.variant }),
      forget,
      seed: edition.seed,
      place,
      decisions: [],
    })}`
  return (
    <RevisionContext value={edition.revision}>
      <div className={styles['page']}>
        <PageHead />
        <main className={styles['main']}>
          <p>
            <Link href={`/lab/${scenario.id}`} className={styles['home']}>
              Back to {scenario.title}
            </Link>
          </p>
          <h1 className={styles['title']} tabIndex={-1}>
            {scenario.title}: both endings
          </h1>
          <p className={styles['lede']}>
            The same run twice, in MCP {edition.revision}, with the same random values. On the left
            it is told as it went wrong. On the right what stops it is remembered.
          </p>
          <Remembered matters={matters} chosen={chosen} onChoose={choose} />
          {!cryptographyHere() ? (
            <NoCryptography />
          ) : both && matter ? (
            <Sides both={both} because={matter.because} hrefOf={hrefOf} />
          ) : (
            <p className={styles['wait']}>
              {matter ? 'Playing both …' : 'In this revision nothing stops this attack.'}
            </p>
          )}
        </main>
      </div>
    </RevisionContext>
  )
}
