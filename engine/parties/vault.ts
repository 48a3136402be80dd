import * as z from 'zod/mini'
import type { Duties } from '../checks/check.ts'
import { tokenDeeds } from '../checks/token-response.ts'
import { clientInformation } from '../oauth/client-metadata.ts'
import { tokenResponse } from '../oauth/token-response.ts'
import type { Json, PartyId } from '../wire/message.ts'
import type { FreshFinding } from '../wire/wire.ts'
import type { Line } from './line.ts'
import { inspect } from './party.ts'

/** Places where a program can keep credentials, who else can read them there, and whether the owner is asked before. */
export const vaultKinds = {
  keychain: {
    name: 'the macOS Keychain',
    protects: 'encrypted; before another app may read the item, the system asks the owner',
    asks: true,
  },
  dpapi: {
    name: 'a file sealed with Windows DPAPI',
    protects: 'encrypted for this Windows user; any program that runs as the same user can open it',
    asks: false,
  },
  libsecret: {
    name: 'the Secret Service, through libsecret',
    protects: 'encrypted, and given out once the owner has unlocked it',
    asks: false,
  },
  'plain-file': {
    name: 'a plain file, ~/.quill/credentials.json',
    protects: 'none: whoever can read the file holds the tokens',
    asks: false,
  },
} as const
export type VaultKind = keyof typeof vaultKinds

const entrySchema = z.object({
  /** The issuer that gave what is kept here. */
  issuer: z.optional(z.string()),
  /** The MCP server for whose sake it was kept. */
  server: z.optional(z.string()),
  registration: z.optional(clientInformation),
  /** `hand`: somebody registered the client and typed this in. */
  registered_by: z.optional(z.enum(['hand', 'itself'])),
  tokens: z.optional(tokenResponse),
})

/** What the vault keeps for one issuer. */
export type VaultEntry = z.infer<typeof entrySchema>

/** What came of looking something up: the entry, and where to record what was found in it. */
export interface VaultReading {
  readonly entry: VaultEntry | undefined
  found(findings: readonly FreshFinding[]): void
}

/** The client's credential store, as the client uses it. Both ways pass over the line. */
export interface Vault {
  /** What is kept for an issuer; failing that, what was last kept for this MCP server. No entry when nothing is, or when the vault did not answer. */
  read(issuer: string, server: string): Promise<VaultReading>
  /** Adds to what is kept for an issuer; false when the vault did not answer. */
  write(issuer: string, entry: VaultEntry, did?: readonly FreshFinding[]): Promise<boolean>
  /** What another program gets that runs as the same user and asks for everything; nothing where the vault asks the owner first. */
  readByStranger(stranger: Line, duties: Duties): Promise<boolean>
}

/** A vault, and what was in it beforehand, by issuer. */
export const createVault = (
  line: Line,
  before: ReadonlyMap<string, VaultEntry>,
  kind: VaultKind = 'keychain',
): Vault => {
  const entries = new Map(before)
  const there = { from: 'client', to: 'vault', channel: 'local' } as const
  const back = { from: 'vault', to: 'client', channel: 'local' } as const
  const { name, protects, asks } = vaultKinds[kind]
  return {
    read: async (issuer, server) => {
      const asked = await line.act({
        ...there,
        name: 'vault-read',
        act: 'look up',
        content: { issuer, server },
      })
      const nothing = { entry: undefined, found: () => {} }
      if (!asked) return nothing
      const entry =
        entries.get(String(asked['issuer'])) ??
        [...entries.values()].findLast((one) => one.server === asked['server'])
      const answered = await line.pass({
        ...back,
        name: 'vault-entry',
        act: entry ? 'found' : 'nothing found',
        content: entry ? asJson(entry) : { issuer },
      })
      const read = entrySchema.safeParse(answered?.content)
      if (!answered || !read.success || !entry) return nothing
      return { entry: read.data, found: answered.found }
    },
    write: async (issuer, entry, did) => {
      const sent = await line.act({
        ...there,
        name: 'vault-write',
        act: 'keep',
        content: { issuer, ...asJson(entry), kept_in: name, protection: protects },
        ...(did && { did }),
      })
      const read = entrySchema.safeParse(sent)
      if (!sent || !read.success) return false
      const kept = String(sent['issuer'])
      entries.set(kept, { ...entries.get(kept), ...read.data, issuer: kept })
      return true
    },
    readByStranger: async (stranger, duties) => {
      const asked = await stranger.pass({
        ...between('attacker', 'vault'),
        name: 'read-file',
        act: 'read everything',
        content: {},
      })
      // Unsafe: what lies in a plain file any program can read that the owner runs (`plain-file-tokens`).
      const facts = { reader: 'another program' }
      // A store that is sealed for a user is open to whatever runs as that user: it keeps out others, and nobody is refused.
      const decides = asks || kind === 'plain-file'
      const refusal =
        asked && decides && (await inspect([tokenDeeds.vault], facts, duties, asked.found))
      if (!asked || refusal) return false
      const file = { name: 'file', act: 'hand over' } as const
      for (const [issuer, entry] of entries) {
        const content = { issuer, ...asJson(entry) }
        if (!(await line.act({ ...between('vault', 'attacker'), ...file, content }))) return false
      }
      return true
    },
  }
}

const between = (from: PartyId, to: PartyId) => ({ from, to, channel: 'local' as const })

// What is kept came out of JSON and goes back into it.
const asJson = (entry: VaultEntry): Record<string, Json> => ({ ...(entry as Record<string, Json>) })
