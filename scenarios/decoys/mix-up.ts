import type { Decoy } from '../../engine/scenario.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** PKCE, where the client itself hands the verifier over. */
export const pkceHandedOver = {
  checks: pkceChecks,
  name: 'PKCE',
  because:
    'The verifier is proof that whoever redeems the code also asked for it. Quill hands that proof over itself, with the code, to the server it believes it asked. Mallory then has both.',
} as const satisfies Decoy

/** The state, where the request is passed on whole. */
export const stateComesBack = {
  checks: ['client/state-matches'],
  name: 'the state',
  because:
    'It comes back as it went out. Mallory passed it on unchanged, so the answer does belong to Quill’s request. Which server wrote the answer, the state does not say.',
} as const satisfies Decoy
