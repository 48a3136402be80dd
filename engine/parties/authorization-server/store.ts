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
  /** The client as its own document described it when the owner was asked; undefined for clients that are registered. */
  readonly document?: ClientInformation | undefined
}

/** A client's document, and until when it may be used without asking again. */
export interface KeptDocument {
  readonly client: ClientInformation
  readonly freshUntil: number
}

/** One authorization request on its way through sign-in and consent. */
export interface Interaction {
  readonly id: string
  readonly session: string
  readonly csrfToken: string
  readonly state: string | undefined
  readonly grant: Grant
  /** Scopes the client asked for and will not get. */
  readonly withheld: readonly string[]
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

/** An owner whom a proxy has sent upstream, until they come back. */
export interface Errand {
  readonly interaction: Interaction
  readonly verifier: string
  readonly expiresAt: number
}

/** What a proxy was given upstream for one account. */
export interface UpstreamTokens {
  readonly access: string
  readonly refresh: string | undefined
  readonly expiresAt: number
}

/** Everything the authorization server remembers. */
export interface Store {
  readonly clients: Map<string, ClientInformation>
  /** Documents of clients, by their addresses. */
  readonly documents: Map<string, KeptDocument>
  /** Session tokens, and the account that is signed in under each. */
  readonly sessions: Map<string, { account?: string }>
  readonly interactions: Map<string, Interaction>
  readonly codes: Map<string, IssuedCode>
  /** Families by each refresh token they ever had. */
  readonly refreshTokens: Map<string, Family>
  readonly families: Map<string, Family>
  /** What owners have agreed to before: by account, or by a browser's session where accounts are known upstream. */
  readonly agreements: Map<string, Map<string, readonly string[]>>
  /** Owners who are upstream, by the state they will bring back. */
  readonly errands: Map<string, Errand>
  readonly upstreamTokens: Map<string, UpstreamTokens>
  readonly journal: Journal
}

/** A memory in which there is nothing but the clients that were registered beforehand. */
export const createStore = (journal: Journal, clients: readonly ClientInformation[]): Store => ({
  clients: new Map(clients.map((client) => [client.client_id, client])),
  documents: new Map(),
  sessions: new Map(),
  interactions: new Map(),
  codes: new Map(),
  refreshTokens: new Map(),
  families: new Map(),
  agreements: new Map(),
  errands: new Map(),
  upstreamTokens: new Map(),
  journal,
})

/** What is made when it is first asked for: whoever loads the engine does not wait for it. */
const atFirst = <T>(make: () => readonly [T, ...unknown[]]): (() => T) => {
  let made: T | undefined
  return () => (made ??= make()[0])
}

/** Where each of the server's machines begins. */
export const beginnings = {
  interaction: atFirst(() => initialTransition(interactionMachine)),
  code: atFirst(() => initialTransition(codeMachine)),
  family: atFirst(() => initialTransition(familyMachine)),
}

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
  type: 'token.rotated' | 'token.reused' | 'code.replayed' | 'grant.withdrawn',
): void => {
  if (one.snapshot.value === 'revoked') return
  ;[one.snapshot] = transition(familyMachine, one.snapshot, { type })
  store.journal('tokenFamily', one.id, one.snapshot.value)
}

/** Every refresh token that a family ever had, the newest last. */
export const lineOf = (store: Store, family: Family): readonly string[] =>
  [...store.refreshTokens].flatMap(([token, of]) => (of === family ? [token] : []))

/** The owner takes back everything they ever agreed to: no refresh token works any more, and no code on its way. */
export const withdrawGrants = (store: Store, account: string): void => {
  store.agreements.delete(account)
  for (const family of store.families.values())
    if (family.account === account) moveFamily(store, family, 'grant.withdrawn')
  for (const { code, account: owner, snapshot } of store.codes.values())
    if (owner === account && snapshot.value === 'issued') store.codes.delete(code)
}

/** How much of one kind a server remembers that anybody may make it remember. */
const MOST = 10_000

/** Remembers something that anybody can make up, and forgets the oldest of its kind when there is too much of it. */
export const remember = <T>(map: Map<string, T>, key: string, value: T): void => {
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MOST && oldest !== undefined) map.delete(oldest)
}
