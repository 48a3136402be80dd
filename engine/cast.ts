import type { PartyId } from './wire/message.ts'
import { LAB_ORIGINS } from './world.ts'

/** A party as the diagram introduces it. */
export interface Part {
  readonly id: PartyId
  readonly name: string
  /** Where it lives, or undefined for a person. */
  readonly origin: string | undefined
  /** What it is, in a few words. */
  readonly is: string
}

/** The parties of a handshake, in the order of the diagram's lanes. */
export const cast: readonly Part[] = [
  { id: 'owner', name: 'Sam', origin: undefined, is: 'the account owner' },
  { id: 'user-agent', name: 'Browser', origin: 'Sam’s machine', is: 'the user agent' },
  { id: 'vault', name: 'Vault', origin: 'Sam’s machine', is: 'keeps the client’s credentials' },
  { id: 'client', name: 'Quill', origin: 'Sam’s machine', is: 'the MCP client, a native app' },
  {
    id: 'authorization-server',
    name: 'Auth',
    origin: LAB_ORIGINS.issuer,
    is: 'the authorization server',
  },
  { id: 'mcp-server', name: 'Notes', origin: LAB_ORIGINS.resource, is: 'the MCP server' },
]
