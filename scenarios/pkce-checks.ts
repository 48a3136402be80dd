import type { CheckId } from '../engine/scenario.ts'

/** All that PKCE consists of, at both parties. */
export const pkceChecks = [
  'client/pkce-s256',
  'as/pkce-required',
  'as/verifier-needs-challenge',
  'as/verifier-matches',
] as const satisfies readonly CheckId[]
