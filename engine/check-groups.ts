import { roles, type Role } from './checks/check.ts'
import { registry, whoMakes, type CheckId } from './checks/index.ts'
import { levelIn } from './spec/differences.ts'
import type { Attack } from './attack/contract.ts'
import type { Revision } from './spec/revisions.ts'
import { partyName } from './transcript.ts'

/** The checks that one party makes. */
export interface PartyChecks {
  /** “the authorization server” */
  readonly who: string
  readonly checks: readonly CheckId[]
}

const BOTH = `each authorization server, ${partyName('authorization-server')} and ${partyName('mcp-server')},`

/** Every check that a revision knows, by the party that makes it, in the order of the flow. In a world with a proxy there are two authorization servers. */
export const checksIn = (revision: Revision, world?: Attack['world']): readonly PartyChecks[] => {
  const known = registry.filter((row) => levelIn(row, revision) !== undefined).map(({ id }) => id)
  return (Object.keys(roles) as Role[])
    .map((role) => ({
      who: role === 'as' && world === 'proxy' ? BOTH : roles[role],
      checks: known.filter((id) => whoMakes(id) === roles[role]),
    }))
    .filter(({ checks }) => checks.length > 0)
}
