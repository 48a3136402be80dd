import { partyName, type PartyId } from '../../engine/index.ts'

/** A party's name in the party's colour. */
export const Party = ({ id }: { readonly id: PartyId }) => (
  <span style={{ color: `var(--party-${id})` }}>{partyName(id)}</span>
)
