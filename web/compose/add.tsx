import { useState } from 'react'
import { List, OneOf, Typed } from '../ui/fields.tsx'
import type { Station } from '../workshop/known.ts'
import { stationKinds, stationTitle } from '../workshop/lab-known.ts'
import { MOST_STATIONS } from '../workshop/stations.ts'
import { inWords, offerKinds, offers, offersFor, same, type OfferKind } from './change.ts'
import styles from './add.module.css'

const kinds = [
  ['all', 'all'],
  ...(Object.entries(offerKinds) as [OfferKind, string][]).filter(([kind]) =>
    offers.some(({ is }) => is === kind),
  ),
] as const satisfies readonly (readonly [OfferKind | 'all', string])[]

interface AddProps {
  readonly stations: readonly Station[]
  /** Adds a station, before which so many stand. */
  readonly onAdd: (station: Station, after: number) => void
}

/** Stories, exercises, pages and breaks, to be found by their names and added at any place. */
export const Add = ({ stations, onAdd }: AddProps) => {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<OfferKind | 'all'>('all')
  const [chosen, setChosen] = useState<number>()
  const after = Math.min(chosen ?? stations.length, stations.length)
  const add = (station: Station) => {
    onAdd(station, after)
    // What is added next comes after it.
    if (after < stations.length) setChosen(after + 1)
  }
  const found = offersFor(text, kind)
  const isFull = stations.length >= MOST_STATIONS
  return (
    <div className={styles['add']}>
      <Typed name="Find a story, an exercise or a page" value={text} onType={setText} />
      <Place
        stations={stations}
        after={after}
        onAfter={(to) => setChosen(to < stations.length ? to : undefined)}
      />
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
            const isThere = offer.kind !== 'pause' && stations.some((one) => same(one, offer))
            return (
              <li key={`${offer.kind}.${offer.id}`}>
                <span>
                  {offer.title}
                  <small>
                    {offer.kind !== 'pause' && `${inWords(offer)}, `}
                    {offer.minutes} min
                    {isThere && ' · in the workshop'}
                  </small>
                </span>
                <button
                  type="button"
                  disabled={isFull}
                  aria-label={
                    offer.kind === 'pause' ? 'Add Break' : `Add ${offer.title}, ${inWords(offer)}`
                  }
                  onClick={() => {
                    add({ kind: offer.kind, id: offer.id, minutes: offer.minutes })
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

interface PlaceProps {
  readonly stations: readonly Station[]
  readonly after: number
  readonly onAfter: (after: number) => void
}

const Place = ({ stations, after, onAfter }: PlaceProps) =>
  stations.length === 0 ? null : (
    <List name="Where it is put" value={String(after)} onChoose={(value) => onAfter(Number(value))}>
      <option value={stations.length}>at the end</option>
      <option value={0}>at the beginning</option>
      {stations.slice(0, -1).map((station, at) => (
        // Two of the same are told apart by their places alone.
        <option key={at} value={at + 1}>
          after {stationTitle(station)}
          {station.kind === 'pause' ? '' : ` (${stationKinds[station.kind]})`}
        </option>
      ))}
    </List>
  )
