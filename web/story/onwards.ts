import { partyName, type Passage } from '../../engine/index.ts'

/** Where the next step of the story leads, and what it is called. */
export interface Onwards {
  readonly to: number
  readonly says: string
}

/**
 * The next step from a place: to what is told next, but never past a bet that is open or a page that asks its owner, and at last
 * to the ending.
 */
export const onwardsFrom = ({
  passages,
  place,
  length,
  asked,
  bet,
}: {
  readonly passages: readonly Passage[]
  readonly place: number
  readonly length: number
  /** After which messages the owner is asked, and somebody may want to answer. */
  readonly asked: readonly number[]
  readonly bet:
    { readonly after: number; readonly open: boolean; readonly hides: boolean } | undefined
}): Onwards | undefined => {
  if (place === 0 || place >= length) return undefined
  const waits = bet?.open === true && place <= bet.after
  if (bet?.hides && place >= bet.after) return undefined
  const next = passages.find(({ since }) => since > place)?.since ?? length
  if (waits && place < bet.after && bet.after <= next)
    return { to: bet.after, says: `Next step: message ${bet.after}, and a bet` }
  if (bet && !bet.open && place === bet.after) return { to: next, says: 'See what happens' }
  const onto = asked.includes(place) ? LET_SAM : 'Next step: '
  const page = asked.find((at) => at > place)
  if (page !== undefined && page < next)
    return { to: page, says: `${onto}message ${page}, where ${partyName('owner')} is asked` }
  return next === length
    ? { to: length, says: asked.includes(place) ? `${LET_SAM}how it ends` : 'Next: how it ends' }
    : { to: next, says: `${onto}message ${next}` }
}

/** Where he is asked, the next step is one of two ways on. */
const LET_SAM = `Let ${partyName('owner')} do it, and on: `
