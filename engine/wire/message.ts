import type { Finding } from '../checks/check.ts'

/** Who can send or receive a message. */
export const partyIds = [
  'owner',
  'user-agent',
  'client',
  'vault',
  'authorization-server',
  'mcp-server',
  'client-site',
  'downstream-api',
  'inside',
  'attacker',
] as const
export type PartyId = (typeof partyIds)[number]

/** The handshake's phases, in protocol order; also the names of the spine's states. */
export const phases = [
  'discovery',
  'registration',
  'authorization',
  'tokenExchange',
  'toolCall',
  'refresh',
  'stepUp',
] as const
/** What an attacker does by himself belongs to none of them. */
export type Phase = (typeof phases)[number] | 'attack'

/** Every message that can be on the wire, by the protocol act it performs. Stories and links anchor to these names. */
export const messageNames = [
  'mcp-request',
  'mcp-challenge',
  'mcp-response',
  'resource-metadata-request',
  'resource-metadata',
  'server-metadata-request',
  'server-metadata',
  'vault-read',
  'vault-entry',
  'vault-write',
  'registration-request',
  'registration-response',
  'open-browser',
  'authorization-request',
  'sign-in-page',
  'show-page',
  'submit-page',
  'close-window',
  'sign-in-request',
  'sign-in-response',
  'consent-page-request',
  'consent-page',
  'consent-request',
  'authorization-response',
  'upstream-redirect',
  'upstream-callback',
  'callback-request',
  'callback-response',
  'token-request',
  'token-response',
  'jwks-request',
  'jwks',
  'refresh-request',
  'refresh-response',
  'revocation-request',
  'revocation-response',
  'client-document-request',
  'client-document',
  'launch',
  'stdio-request',
  'stdio-response',
  'page-request',
  'page',
  'api-request',
  'api-response',
  'send-link',
  'open-link',
  'read-file',
  'file',
  'shell-command',
  'run-script',
] as const
export type MessageName = (typeof messageNames)[number]

/** Header fields in the order sent; a name may repeat. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** An HTTP request as the sender made it: absolute URL, body as text. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body?: string
  /** The text that was sent, where it is no HTTP request: it went to `url`, and nothing else in it can be read. */
  readonly unreadable?: string
}

/** An HTTP response as the sender made it. */
export interface HttpResponse {
  readonly status: number
  readonly headers: HeaderList
  readonly body: string
  /** The text that was sent, where it is no HTTP response: nothing in it can be read, its status neither. */
  readonly unreadable?: string
}

/** Something that passes between two programs on one machine, or between a person and a screen: no HTTP. */
export interface LocalAct {
  readonly act: string
  readonly content: Readonly<Record<string, Json>>
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** `front`: through the user's browser. `back`: straight between programs. `local`: inside the owner's machine. */
export type Channel = 'front' | 'back' | 'local'

/** What every message has, whichever kind it is. */
export interface Envelope {
  readonly name: MessageName
  readonly from: PartyId
  readonly to: PartyId
  readonly channel: Channel
}

export type Payload =
  | { readonly kind: 'request'; readonly request: HttpRequest }
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | { readonly kind: 'act'; readonly local: LocalAct }

/** A message as a party hands it to the wire. */
export type Draft = Envelope & Payload

/** What became of a message, other than arriving as it was sent. `astray`: nobody listens where it went; `duplicate`: the same message, a second time. */
export type Fate = 'edited' | 'dropped' | 'delayed' | 'astray' | 'duplicate'

export type Overheard = 'url' | 'message'

/**
 * One line of the log: a message that was really delivered (or lost), and what its two ends checked. Plain JSON.
 * `id` counts from 1 in the order of delivery; `exchange` is shared by a request and its response; `at` is the virtual
 * second of delivery; `state` is where the handshake machine stood.
 */
export type WireMessage = Draft & {
  readonly id: number
  readonly exchange: number
  readonly phase: Phase
  readonly state: string
  readonly at: number
  readonly fate?: Fate
  /** What an attacker has heard of it, without being one of its ends: its URL alone, or all of it. */
  readonly overheard?: Overheard
  readonly findings: readonly Finding[]
}

/** Whether a message reached somebody. */
export const arrived = ({ fate }: Pick<WireMessage, 'fate'>): boolean =>
  fate !== 'dropped' && fate !== 'astray'
