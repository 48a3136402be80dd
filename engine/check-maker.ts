import { roles, type Role } from './checks/check.ts'
import type { CheckId } from './checks/index.ts'
import { partyName } from './transcript.ts'
import type { Attack } from './attack/contract.ts'
import type { PartyId, WireMessage } from './wire/message.ts'

const partyOf: Readonly<Record<Role, PartyId>> = {
  client: 'client',
  ua: 'user-agent',
  as: 'authorization-server',
  rs: 'mcp-server',
  proxy: 'mcp-server',
  ds: 'downstream-api',
}

/** The party that makes a check. */
export const partyMaking = (id: CheckId): PartyId => partyOf[id.split('/', 1)[0] as Role]

const roleIn = (id: string): Role => id.split('/', 1)[0] as Role

/**
 * Who makes a check, by name: "Notes, the MCP proxy". The browser has no other name than that. On a message, who made it there:
 * a proxy is an authorization server to its own clients.
 */
export const whoByName = (id: string, on?: Pick<WireMessage, 'from' | 'to'>): string => {
  const role = roleIn(id)
  const ends = on ? [on.from, on.to] : []
  if (role === 'as' && ends.includes('mcp-server') && !ends.includes('authorization-server'))
    return `${partyName('mcp-server')}, as an authorization server`
  return role === 'ua' ? roles[role] : `${partyName(partyOf[role])}, ${roles[role]}`
}

/** Everybody who makes a check in the world of a story: where a proxy stands before an authorization server, there are two of those. */
export const allWhoMake = (id: string, world: Attack['world'] | undefined): string =>
  world === 'proxy' && roleIn(id) === 'as'
    ? `${partyName('authorization-server')} and ${partyName('mcp-server')}, both authorization servers`
    : whoByName(id)
