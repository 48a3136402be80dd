import type { Errand, HandshakeFacts, Progress } from '../machines/handshake-facts.ts'
import type { HoldingName } from '../knowledge.ts'
import type { AttackersClient, PublicFacts } from '../parties/attacker/client.ts'
import type { Circumstances } from '../parties/party.ts'
import type { UserAgent } from '../parties/user-agent.ts'
import type { Vault } from '../parties/vault.ts'
import type { WireMessage } from '../wire/message.ts'

/** How one walk of a client through the spine ended. */
export interface Walk {
  readonly state: string
  readonly facts: HandshakeFacts
  readonly defect: unknown
}

/** Sets a client’s steps going from these facts, and resolves where they end. */
export type Walking = (who: 'client' | 'attacker', facts: HandshakeFacts) => Promise<Walk>

/** Everybody who takes part in an attack, as the acts address them. */
export interface Company {
  readonly at: Circumstances
  readonly log: readonly WireMessage[]
  readonly walk: Walking
  /** What a client knows before it does anything. */
  begin(serverUrl: string, errands: readonly Errand[]): HandshakeFacts
  readonly resource: string
  readonly api: string | undefined
  /** The owner’s browser, and the attacker’s. */
  readonly browser: UserAgent
  readonly hisBrowser: UserAgent
  readonly hisClient: AttackersClient
  /** What the attacker made himself, and has shown to nobody yet. */
  readonly own: { verifier: string }
  /** What is done when the owner’s client, or the attacker’s, asks for a browser. */
  readonly opens: {
    owner: ((url: string) => Promise<void>) | undefined
    attacker: (url: string) => Promise<void>
  }
  /** What the owner has just asked for, while their client connects. */
  readonly wants: { resources: readonly string[] }
  /** What the owner’s client keeps. */
  readonly vault: Vault
  /** Where the owner’s client waits for the browser. */
  readonly redirectUri: string
  /** The client_id of the owner’s client where anybody can know it: its document’s address, or what every copy of the program carries. */
  readonly publicClientId: string | undefined
  /** What anybody can look up about the honest servers. */
  publicFacts(): Promise<PublicFacts>
  /** Whether a URL leads to the authorization server behind the proxy. */
  isUpstream(url: string): boolean
  /** Says where the acts stand, for the log. */
  stand(state: string): void
}

/** What came of an act: it was done, or the attacker lacked something, or nobody gave him what he asked for. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'lacks'; readonly what: HoldingName }
  | { readonly kind: 'refused' }

export const DONE: Outcome = { kind: 'done' }

/** Whether a step of his client went well. */
export const outcomeOf = ({ kind }: Progress): Outcome =>
  kind === 'done' ? DONE : { kind: 'refused' }
