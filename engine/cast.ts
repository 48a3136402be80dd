import type { Scenario } from './scenario.ts'
import { has } from './spec/differences.ts'
import type { Revision } from './spec/revisions.ts'
import type { PartyId, WireMessage } from './wire/message.ts'
import { LAB_ORIGINS, originsIn } from './world.ts'

/** A party as the diagram introduces it. */
export interface Part {
  readonly id: PartyId
  readonly name: string
  /** Where it lives, or undefined for a person. */
  readonly origin: string | undefined
  /** What it is, in a few words. */
  readonly is: string
}

/** Every party there can be, in the order of the diagram's lanes. */
export const cast: readonly Part[] = [
  { id: 'owner', name: 'Sam', origin: undefined, is: 'the account owner' },
  { id: 'user-agent', name: 'Browser', origin: 'Sam’s machine', is: 'the user agent' },
  { id: 'vault', name: 'Vault', origin: 'Sam’s machine', is: 'keeps the client’s credentials' },
  { id: 'client', name: 'Quill', origin: 'Sam’s machine', is: 'the MCP client, a native app' },
  {
    id: 'client-site',
    name: 'Quill’s site',
    origin: 'https://quill.example',
    is: 'says who the client is',
  },
  {
    id: 'authorization-server',
    name: 'Auth',
    origin: LAB_ORIGINS.issuer,
    is: 'the authorization server',
  },
  { id: 'mcp-server', name: 'Notes', origin: LAB_ORIGINS.resource, is: 'the MCP server' },
]

/** Who takes part in a run, in the order of the lanes: a handshake's six, and its client's site where somebody asks there; two programs on one machine where the server is one of them. */
export const castOf = ({
  scenario,
  revision,
  log,
}: {
  readonly scenario: Pick<Scenario, 'transport'>
  readonly revision: Revision
  readonly log: readonly WireMessage[]
}): readonly Part[] => {
  const local = scenario.transport === 'stdio'
  const takesPart = ({ id }: Part) => {
    if (local) return id === 'client' || id === 'mcp-server'
    return id !== 'client-site' || log.some(({ from, to }) => from === id || to === id)
  }
  const { issuer } = originsIn(revision)
  return cast.filter(takesPart).map((part) => {
    if (part.id === 'mcp-server' && local)
      return { ...part, origin: 'Sam’s machine', is: 'the MCP server, a program that Quill starts' }
    if (part.id === 'authorization-server' && has(revision, 'authorization-at-the-server'))
      return { ...part, origin: issuer, is: 'the MCP server’s own authorization endpoints' }
    return part
  })
}
