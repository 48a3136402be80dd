import type { CheckId } from '../checks/index.ts'
import type { HoldingName } from '../knowledge.ts'
import type { Errand } from '../machines/handshake-facts.ts'
import type { MalloryServers } from '../parties/attacker/settings.ts'
import type { RefId } from '../spec/refs.ts'
import type { MessageName } from '../wire/message.ts'
import type { Anchor, Interference } from '../wire/interference.ts'
import type { Beat, Telling } from '../telling.ts'

/** Whose client_id the attacker writes into a request: the one he registered, or the one of the owner’s client, where he knows it. */
export type ClaimedClient = 'own' | 'victim'

/** Where the attacker’s browser stops: before the URL of the client’s callback, or before the upstream authorization server. */
export type StoppingPlace = 'callback' | 'upstream'

/** An authorization request that the attacker makes up, as far as it differs from that of an honest client. */
export interface Link {
  readonly client: ClaimedClient
  /** Where the answer is to go: to the attacker’s site, or to where the owner’s client waits. */
  readonly redirectUri: 'own' | 'victim'
  /** His own challenge, whose verifier he knows; none at all; or `copy`, one if the owner’s client sends one, for he uses a copy of it. */
  readonly challenge: 'own' | 'none' | 'copy'
  /** A value that takes the place of a parameter; an empty one takes the parameter away. */
  readonly instead?: Readonly<Record<string, string>>
}

/** A token that the attacker makes himself: without a signature, with the issuer’s public key as if it were a shared secret, or with a key of his own. */
export type Forgery = 'none' | 'public-key-as-secret' | 'own-key'

/**
 * Something that somebody does in an attack. Acts follow each other; one of the attacker for which he lacks something ends the
 * attack.
 */
export type Act =
  /** The owner’s client connects to the MCP server, or to the attacker’s. Once it has asked the browser to open, `meanwhile` happens; left out: the owner follows. */
  | {
      readonly who: 'client'
      readonly does: 'connect'
      readonly to?: 'attacker'
      readonly errands: readonly Errand[]
      readonly meanwhile?: readonly Act[]
    }
  /** It goes on with the tokens it has. */
  | { readonly who: 'client'; readonly does: 'go-on'; readonly errands: readonly Errand[] }
  /** The owner goes where their client has sent the browser. */
  | { readonly who: 'owner'; readonly does: 'follow' }
  /** The attacker’s own client connects to the MCP server, with his own browser, or by sending the owner a link; with `until`, his browser goes first, and the owner gets the URL before which it stops. */
  | {
      readonly who: 'attacker'
      readonly does: 'connect'
      readonly browser: 'own' | 'owner'
      readonly until?: StoppingPlace
      /** What the message says in which the link comes. */
      readonly says?: string
      readonly errands: readonly Errand[]
    }
  /** He asks for a code with a request of his own making: in his own browser, which stops before `until`, or by a link that the owner clicks. */
  | {
      readonly who: 'attacker'
      readonly does: 'ask-for-code'
      readonly link: Link
      readonly browser: 'own' | 'owner'
      readonly until?: StoppingPlace
      readonly says?: string
    }
  /** He sends the owner the URL of their client’s callback with the code he holds, and the owner clicks. */
  | { readonly who: 'attacker'; readonly does: 'plant-code'; readonly says: string }
  /** He redeems the last code he learned: with the verifier of his own challenge, with one he learned where he did, with a made-up one where he has seen a challenge, or with none. `anyway`: he goes on even if he gets nothing for it. */
  | {
      readonly who: 'attacker'
      readonly does: 'redeem'
      readonly client: ClaimedClient
      readonly verifier: 'own' | 'held' | 'made-up' | 'none'
      readonly anyway?: true
    }
  /** He refreshes with the last refresh token he learned. */
  | { readonly who: 'attacker'; readonly does: 'refresh'; readonly client: ClaimedClient }
  /** He calls a tool at the MCP server with the last access token he learned, or with one he makes. */
  | {
      readonly who: 'attacker'
      readonly does: 'call'
      readonly call: string
      readonly arguments: Readonly<Record<string, string>>
      readonly token?: Forgery
    }
  /** He writes a note at the third-party API itself, with the last access token he learned. */
  | {
      readonly who: 'attacker'
      readonly does: 'write-at-api'
      readonly note: string
      readonly text: string
    }
  /** A program of his on the owner’s machine reads what the client keeps. */
  | { readonly who: 'attacker'; readonly does: 'read-vault' }
  /** Seconds pass. */
  | { readonly who: 'time'; readonly does: 'pass'; readonly seconds: number }

/** What the attacker is after. It is judged by messages that were delivered. */
export type Goal =
  /** He has read this text, which only the owner may. */
  | { readonly is: 'reads'; readonly text: string }
  /** He has had a tool carried out in the owner’s account. */
  | { readonly is: 'calls'; readonly tool: string }
  /** He has changed a note of the owner’s at the third-party API. */
  | { readonly is: 'changes'; readonly note: string }
  /** He has learned something of the owner’s or of their client’s. */
  | { readonly is: 'learns'; readonly what: HoldingName }
  /** A party has sent a request to an address that he chose, and that he cannot reach himself. */
  | { readonly is: 'reaches'; readonly address: string }
  /** Something that he wrote was carried out on the owner’s machine. */
  | { readonly is: 'runs'; readonly marker: string }
  /** The owner’s client has lost what it was granted. */
  | { readonly is: 'locks-out' }
  /** The owner has been asked so often that they agree to anything. */
  | { readonly is: 'wears-out'; readonly times: number }

/** A check, or several that work only together, without which the attack succeeds. Remembered alone, the attack is refused at `by`; left out: at the last one named. */
export interface Stop {
  readonly checks: readonly [CheckId, ...CheckId[]]
  readonly by?: CheckId
  readonly because: string
}

/** A check, or several, that look as if they helped. Remembered alone, the attack still succeeds. */
export interface Decoy {
  readonly checks: readonly [CheckId, ...CheckId[]]
  /** What it is called in a sentence: “PKCE”. */
  readonly name: string
  readonly because: string
}

/** Something that happened to real software: told in our own words, after the advisory. */
export interface Incident {
  readonly id: string
  readonly url: string
  readonly product: string
  readonly says: string
  /** The line that was missing, before and after, in code of our own. */
  readonly before: string
  readonly after: string
}

/** Where the attacker listens. `unless`: the check that keeps him from hearing. */
export interface Ear {
  readonly on: MessageName
  /** The URL alone, as logs and histories keep it, or the whole message. */
  readonly hears: 'url' | 'message'
  readonly unless?: CheckId
}

/** Whether the owner agrees to everything, or only to what they have just asked for. */
export type OwnerMind = 'trusting' | 'attentive'

/** What another telling of the same attack has otherwise. */
export interface Variant extends Partial<
  Pick<
    Attack,
    | 'acts'
    | 'given'
    | 'forget'
    | 'goal'
    | 'stops'
    | 'decoys'
    | 'mallory'
    | 'ears'
    | 'tampering'
    | 'owner'
    | 'opening'
    | 'question'
    | 'hints'
    | 'endings'
  >
> {
  readonly title: string
  /** What is different, in a sentence or two. */
  readonly says: string
}

/** A story of an attack: honest parties, one of which forgets a check, and somebody who makes use of it. */
export interface Attack extends Telling {
  readonly kind: 'attack'
  readonly expects: 'won'
  /** `proxy`: the MCP server is an authorization server towards clients, one client of another towards that, and stands before a third-party API. Left out: an MCP server and its authorization server. */
  readonly world?: 'proxy'
  readonly owner?: OwnerMind
  readonly mallory?: MalloryServers
  readonly ears?: readonly Ear[]
  /** What the attacker does to messages on their way. */
  readonly tampering?: readonly (Interference & Extract<Anchor, { first: MessageName }>)[]
  readonly acts: readonly Act[]
  readonly goal: Goal
  readonly stops: readonly Stop[]
  readonly decoys: readonly Decoy[]
  /** Both endings, in one sentence each: with the checks forgotten, and with all of them made. */
  readonly endings: { readonly careless: string; readonly careful: string }
  /** The message before which the question is asked; left out, or where it never comes: before the attacker goes the last stretch alone. */
  readonly betBefore?: Pick<Beat, 'at' | 'nth'>
  /** From vague to plain. */
  readonly hints: readonly [string, string, ...string[]]
  /** The same attack told otherwise, by the name it has in URLs. */
  readonly variants?: Readonly<Record<string, Variant>>
  /** Active techniques of SAF-MCP, which was SAFE-MCP, and entries of the OWASP MCP Top 10. */
  readonly listed: readonly string[]
  readonly incidents?: readonly Incident[]
  readonly refs: readonly RefId[]
}
