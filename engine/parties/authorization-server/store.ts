import { initialTransition, transition, type SnapshotFrom } from 'xstate'
import type { ClientInformation } from '../../oauth/client-metadata.ts'
import type { Refusal } from '../../checks/check.ts'
import { code as codeMachine } from '../../machines/code.ts'
import { interaction as interactionMachine } from '../../machines/interaction.ts'
import { tokenFamily as familyMachine } from '../../machines/token-family.ts'
import type { Journal } from '../party.ts'

/** What the owner is asked to agree to, as it was requested and checked. */
export interface Grant {
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: readonly string[]
  readonly resource: string | undefined
  readonly challenge: string | undefined
}

/** One authorization request on its way through sign-in and consent. */
export interface Interaction {
  readonly id: string
  readonly session: string
  readonly csrfToken: string
  readonly state: string | undefined
  readonly grant: Grant
  /** Why the request will be refused once the owner is known. */
  readonly refusal: Refusal | undefined
  account?: string
  snapshot: SnapshotFrom<typeof interactionMachine>
}

/** One authorization code. */
export interface IssuedCode {
  readonly code: string
  readonly grant: Grant
  readonly account: string
  readonly expiresAt: number
  family?: string
  snapshot: SnapshotFrom<typeof codeMachine>
}

/** One refresh-token family: all refresh tokens that come from one authorization. */
export interface Family {
  readonly id: string
  readonly grant: Grant
  readonly account: string
  current: string
  expiresAt: number
  snapshot: SnapshotFrom<typeof familyMachine>
}

/** Everything the authorization server remembers. */
export interface Store {
  readonly clients: Map<string, ClientInformation>
  /** Session tokens, and the account that is signed in under each. */
  readonly sessions: Map<string, { account?: string }>
  readonly interactions: Map<string, Interaction>
  readonly codes: Map<string, IssuedCode>
  /** Families by each refresh token they ever had. */
  readonly refreshTokens: Map<string, Family>
  readonly families: Map<string, Family>
  readonly journal: Journal
}

/** An empty memory. */
export const createStore = (journal: Journal): Store => ({
  clients: new Map(),
  sessions: new Map(),
  interactions: new Map(),
  codes: new Map(),
  refreshTokens: new Map(),
  families: new Map(),
  journal,
})

const [interactionStart] = initialTransition(interactionMachine)
const [codeStart] = initialTransition(codeMachine)
const [familyStart] = initialTransition(familyMachine)

/** Where each of the server's machines begins. */
export const beginnings = { interaction: interactionStart, code: codeStart, family: familyStart }

/** Moves an interaction on. */
export const moveInteraction = (
  store: Store,
  one: Interaction,
  type:
    'owner.signed-in' | 'owner.not-recognised' | 'owner.allowed' | 'owner.denied' | 'code.issued',
): void => {
  ;[one.snapshot] = transition(interactionMachine, one.snapshot, { type })
  store.journal('interaction', one.id, one.snapshot.value)
}

/** Moves a code on. */
export const moveCode = (
  store: Store,
  one: IssuedCode,
  type: 'code.redeemed' | 'code.presented-again' | 'code.expired',
): void => {
  ;[one.snapshot] = transition(codeMachine, one.snapshot, { type })
  store.journal('code', one.code, one.snapshot.value)
}

/** Moves a refresh-token family on. */
export const moveFamily = (
  store: Store,
  one: Family,
  type: 'token.rotated' | 'token.reused' | 'code.replayed',
): void => {
  ;[one.snapshot] = transition(familyMachine, one.snapshot, { type })
  store.journal('tokenFamily', one.id, one.snapshot.value)
}
