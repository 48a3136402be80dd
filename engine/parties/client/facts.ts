import type { HandshakeFacts } from '../../machines/handshake-facts.ts'

/** A fact that an earlier state of the machine has established. */
export const known = <T>(fact: T | undefined): T => {
  if (fact === undefined) throw new Error('the handshake came here without a fact it needs')
  return fact
}

/** The authorization server's metadata, once it was read. */
export const metadataIn = ({ serverMetadata: metadata }: HandshakeFacts) => known(metadata)
