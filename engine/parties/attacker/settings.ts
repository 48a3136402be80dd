import { has } from '../../spec/differences.ts'
import type { Revision } from '../../spec/revisions.ts'

/** Where the attacker’s servers are. Nobody lives there: every host of the lab stands under a reserved name. */
export const MALLORY = {
  /** His web site, where his client waits for its answers. */
  site: 'https://mallory.example',
  /** His MCP server, which does what it says, and more. */
  resource: 'https://tools.mallory.example/mcp',
  /** His authorization server. */
  issuer: 'https://login.mallory.example',
  redirectUri: 'https://mallory.example/callback',
  clientName: 'Free Note Helper',
  /** A scope that his MCP server asks for and that nobody is ever granted. */
  scope: 'tools:more',
  /** His own teaching account at the honest authorization server: anybody may have one. */
  account: { username: 'mallory', password: 'mallorys-teaching-word' },
} as const

/** What runs for the attacker: ordinary servers, and what they say that is not so. */
export interface MalloryServers {
  /** His MCP server. */
  readonly mcp?: {
    /** Which authorization server it names. */
    readonly issuer: 'own' | 'honest'
    /** Which one it named before the story begins: the owner’s client keeps what it got there for this server’s sake. */
    readonly formerly?: 'honest'
    /** What it says its resource is; left out: its own address. */
    readonly claims?: 'honest'
    /** Where its challenge says that the metadata is. */
    readonly metadataUrl?: string
    /** Whether it asks for more scope again and again. */
    readonly neverEnough?: true
  }
  /** His authorization server. */
  readonly as?: {
    /** What it is called: left out, by a name of its own; or like the honest one, but for a capital letter in the path. */
    readonly named?: 'like-the-honest'
    /** Members of its metadata that say something else. `{honest}` stands for the honest issuer, `{own}` for his. */
    readonly metadata?: Readonly<Record<string, string | boolean | undefined>>
    /** What it does with an authorization request: sends the browser on to the honest server, with a client_id that it knows there, or answers at once with a code that is none. */
    readonly authorize?: 'bounce-as-victim' | 'bounce-as-own' | 'made-up-code'
  }
}

/** The attacker’s issuer. Where the authorization server is at the MCP server’s own origin, so is his. */
export const issuerOfMallory = (
  { as }: MalloryServers,
  honestIssuer: string,
  revision: Revision,
): string => {
  if (as?.named === 'like-the-honest') {
    const { origin, pathname } = new URL(honestIssuer)
    return `${origin}${pathname.replace(/[a-z]/, (first) => first.toUpperCase())}`
  }
  return has(revision, 'authorization-at-the-server')
    ? new URL(MALLORY.resource).origin
    : MALLORY.issuer
}
