import type { Attack } from './scenario.ts'
import { has } from './spec/differences.ts'
import type { Revision } from './spec/revisions.ts'
import type { PartyId, WireMessage } from './wire/message.ts'
import { isUnprotected } from './wire/label.ts'
import { LAB_ORIGINS, originsIn } from './world.ts'

/** A party as the diagram introduces it. */
export interface Part {
  readonly id: PartyId
  readonly name: string
  /** Where it lives, or undefined for a person. */
  readonly origin: string | undefined
  /** What it is, in a few words. */
  readonly is: string
  /** The same in two words, or three. */
  readonly brief: string
}

/** Every party there can be, in the order of the diagram's lanes. */
export const cast: readonly Part[] = [
  { id: 'owner', name: 'Sam', origin: undefined, is: 'the account owner', brief: 'account owner' },
  {
    id: 'user-agent',
    name: 'Browser',
    origin: 'Sam’s machine',
    is: 'the user agent',
    brief: 'user agent',
  },
  {
    id: 'vault',
    name: 'Vault',
    origin: 'Sam’s machine',
    is: 'keeps the client’s credentials',
    brief: 'keeps secrets',
  },
  {
    id: 'client',
    name: 'Quill',
    origin: 'Sam’s machine',
    is: 'the MCP client, a native app',
    brief: 'MCP client',
  },
  {
    id: 'client-site',
    name: 'Quill’s site',
    origin: 'https://quill.example',
    is: 'says who the client is',
    brief: 'client’s site',
  },
  {
    id: 'authorization-server',
    name: 'Auth',
    origin: LAB_ORIGINS.issuer,
    is: 'the authorization server',
    brief: 'authorization server',
  },
  {
    id: 'mcp-server',
    name: 'Notes',
    origin: LAB_ORIGINS.resource,
    is: 'the MCP server',
    brief: 'MCP server',
  },
  {
    id: 'downstream-api',
    name: 'Archive',
    origin: LAB_ORIGINS.api,
    is: 'the third-party API behind the MCP server',
    brief: 'outside API',
  },
  {
    id: 'inside',
    name: 'Console',
    origin: 'https://console.corp.example',
    is: 'a service that only machines in Sam’s network can reach',
    brief: 'internal service',
  },
  {
    id: 'attacker',
    name: 'Mallory',
    origin: 'https://mallory.example',
    is: 'the attacker, and all that runs for him',
    brief: 'attacker',
  },
]

/** Parties that most runs do without: they stand in the diagram where a message comes from them, goes to them, or is read along. */
const OCCASIONAL: readonly PartyId[] = ['client-site', 'downstream-api', 'inside', 'attacker']

// What parties are where the MCP server is a proxy.
const inProxyWorld: Readonly<Partial<Record<PartyId, Pick<Part, 'is' | 'brief'>>>> = {
  'mcp-server': { is: 'the MCP proxy: an authorization server too', brief: 'MCP proxy' },
  'authorization-server': {
    is: 'the authorization server upstream',
    brief: 'authorization server',
  },
}

/** Who takes part in a run, in the order of the lanes: a handshake's six, and its client's site where somebody asks there; two programs on one machine where the server is one of them. */
export const castOf = ({
  scenario,
  revision,
  log,
}: {
  readonly scenario: Pick<Attack, 'transport' | 'world'>
  readonly revision: Revision
  readonly log: readonly WireMessage[]
}): readonly Part[] => {
  const local = scenario.transport === 'stdio'
  const takesPart = ({ id }: Part) => {
    if (local) return id === 'client' || id === 'mcp-server'
    if (!OCCASIONAL.includes(id)) return true
    return log.some(
      ({ from, to, overheard }) =>
        from === id || to === id || (id === 'attacker' && overheard !== undefined),
    )
  }
  const { issuer } = originsIn(revision)
  return cast.filter(takesPart).map((part) => {
    if (part.id === 'mcp-server' && local)
      return {
        ...part,
        origin: 'Sam’s machine',
        is: 'the MCP server, a program that Quill starts',
      }
    if (scenario.world === 'proxy' && part.id in inProxyWorld)
      return { ...part, ...inProxyWorld[part.id] }
    if (part.id === 'vault' && log.some(isUnprotected))
      return { ...part, is: 'a plain file, which other programs can read', brief: 'a plain file' }
    if (part.id === 'authorization-server' && has(revision, 'authorization-at-the-server'))
      return { ...part, origin: issuer, is: 'the MCP server’s own authorization endpoints' }
    return part
  })
}
