import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Attack, Revision } from '../../engine/index.ts'
import { cryptographyHere } from '../ui/no-cryptography.tsx'
import { createProof } from './store.ts'

// Whoever comes back from a run finds the proof as it was.
const kept = new Map<Revision, ReturnType<typeof createProof>>()

const storeOf = (attacks: readonly Attack[], revision: Revision) => {
  const store = kept.get(revision) ?? createProof(attacks, revision)
  kept.set(revision, store)
  return store
}

/** The proof of these attacks in a revision: played as soon as it is first asked for, and again when that is wished for. */
export const useProof = (attacks: readonly Attack[], revision: Revision) => {
  const store = useMemo(() => storeOf(attacks, revision), [attacks, revision])
  useEffect(() => {
    if (cryptographyHere() && store.get().state !== 'over') store.begin()
    return store.stop
  }, [store])
  const proof = useSyncExternalStore(store.subscribe, store.get)
  return { proof, cancel: store.cancel, again: store.begin }
}
