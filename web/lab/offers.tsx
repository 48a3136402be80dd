import { useState } from 'react'
import {
  isMade,
  offersAt,
  withDecision,
  withoutDecision,
  type Decision,
  type Offer,
  type OfferGroup,
  type Scenario,
  type WireMessage,
} from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Edition } from './edition.ts'
import styles from './what-if.module.css'

export interface OffersProps {
  readonly scenario: Scenario
  readonly edition: Edition
  readonly log: readonly WireMessage[]
  readonly place: number
  readonly decisions: readonly Decision[]
  readonly onDecide: (decisions: readonly Decision[]) => void
}

/** Everything that can be changed, by what it is about: folded, to be searched, with whatever was changed in view. */
export const Offers = ({ scenario, edition, log, place, decisions, onDecide }: OffersProps) => {
  const [sought, setSought] = useState('')
  const groups = offersAt(log, place, { scenario, ...edition })
  const found = matching(groups, sought)
  const decide = ({ decision }: Offer, made: boolean) =>
    onDecide((made ? withoutDecision : withDecision)(decisions, decision))
  return (
    <div className={styles['offers']}>
      <label className={styles['search']}>
        <span>Find</span>
        <input
          type="search"
          value={sought}
          placeholder="password, 503, clock …"
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
        />
      </label>
      <p className="visually-hidden" aria-live="polite">
        {sought !== '' && `${found.flatMap(({ offers }) => offers).length} found`}
      </p>
      {found.length === 0 && (
        <p className={styles['explanation']}>
          {sought === ''
            ? 'Go to a message first: what can be done to it is offered here.'
            : 'Nothing here is called that.'}
        </p>
      )}
      {found.map((group, index) => (
        <Group
          key={group.about}
          group={group}
          decisions={decisions}
          // What Sam does is what people try first; the last is about the message they are at.
          open={sought !== '' || index < 2 || index === found.length - 1}
          onDecide={decide}
        />
      ))}
    </div>
  )
}

const matching = (groups: readonly OfferGroup[], sought: string): OfferGroup[] => {
  const words = sought.toLowerCase().split(/\s+/)
  return groups
    .map(({ about, offers }) => ({
      about,
      offers: offers.filter(({ says }) =>
        words.every((word) => `${about} ${says}`.toLowerCase().includes(word)),
      ),
    }))
    .filter(({ offers }) => offers.length > 0)
}

interface GroupProps {
  readonly group: OfferGroup
  readonly decisions: readonly Decision[]
  readonly open: boolean
  readonly onDecide: (offer: Offer, made: boolean) => void
}

const Group = ({ group: { about, offers }, decisions, open, onDecide }: GroupProps) => {
  const made = offers.filter(({ decision }) => isMade(decisions, decision)).length
  return (
    <details className={styles['group']} open={open || made > 0}>
      <summary className={styles['about']}>
        <span className={styles['turn']}>
          <Icon name="open" />
        </span>
        <span>{about}</span>
        <span className={styles['count']}>{made > 0 ? `${made} changed` : offers.length}</span>
      </summary>
      <fieldset>
        <legend className="visually-hidden">{about}</legend>
        {offers.map((offer) => {
          const chosen = isMade(decisions, offer.decision)
          return (
            <label key={offer.says} className={styles['offer']}>
              <input type="checkbox" checked={chosen} onChange={() => onDecide(offer, chosen)} />
              <span>
                <RichText text={offer.says} />
              </span>
            </label>
          )
        })}
      </fieldset>
    </details>
  )
}
