import type { PartyId } from '../../engine/index.ts'

/** The colour a party’s head and lifeline are drawn in. */
export const partyColour = (party: PartyId): string => `var(--party-${party}, var(--ink))`
