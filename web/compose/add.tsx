import { useState } from 'react'
import { OneOf, Typed } from '../ui/fields.tsx'
import type { Station } from '../workshop/known.ts'
import { MOST_STATIONS } from '../workshop/workshop.ts'
import { offerKinds, offers, offersFor, same, type OfferKind } from './change.ts'
import styles from './add.module.css'

const kinds = [
  ['all', 'all'],
  ...(Object.entries(offerKinds) as [OfferKind, string][]).filter(([kind]) =>
    offers.some(({ is }) => is === kind),
  ),
] as const satisfies readonly (readonly [OfferKind | 'all', string])[]

interface AddProps {
  readonly stations: readonly Station[]
  readonly onAdd: (station: Station) => void
}

/** Stories and exercises to be found by their names and added. */
export const Add = ({ stations, onAdd }: AddProps) => {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<OfferKind | 'all'>('all')
  const found = offersFor(text, kind)
  const isFull = stations.length >= MOST_STATIONS
  return (
    <div className={styles['add']}>
      <Typed name="Find a story or an exercise" value={text} onType={setText} />
      <OneOf name="Of which kind" value={kind} values={kinds} onChoose={setKind} />
      <p className="visually-hidden" aria-live="polite">
        {found.length} found
      </p>
      {isFull && <p>A workshop has at most {MOST_STATIONS} steps.</p>}
      {found.length === 0 ? (
        <p>
          Nothing is called that.{' '}
          <button
            type="button"
            className={styles['all']}
            onClick={() => {
              setText('')
              setKind('all')
            }}
          >
            Show all {offers.length}
          </button>
        </p>
      ) : (
        <ul className={styles['found']}>
          {found.map((offer) => {
            const isThere = stations.some((one) => same(one, offer))
            return (
              <li key={`${offer.kind}.${offer.id}`}>
                <span>
                  {offer.title}
                  <small>
                    {offerKinds[offer.is]}, {offer.minutes} min
                    {isThere && ' · in the workshop'}
                  </small>
                </span>
                <button
                  type="button"
                  disabled={isFull}
                  aria-label={`Add ${offer.title}`}
                  onClick={() => {
                    onAdd({ kind: offer.kind, id: offer.id, minutes: offer.minutes })
                  }}
                >
                  {isThere ? 'Add again' : 'Add'}
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
