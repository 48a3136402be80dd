import * as z from 'zod/mini'
import { clientInformation } from '../oauth/client-metadata.ts'
import { tokenResponse } from '../oauth/token-response.ts'
import type { Json } from '../wire/message.ts'
import type { FreshFinding } from '../wire/wire.ts'
import type { Line } from './line.ts'

const entrySchema = z.object({
  registration: z.optional(clientInformation),
  tokens: z.optional(tokenResponse),
})

/** What the vault keeps for one issuer. */
export type VaultEntry = z.infer<typeof entrySchema>

/** The operating system's credential store, as the client uses it. Both ways pass over the line. */
export interface Vault {
  /** What is kept for an issuer; undefined when nothing is, or when the vault did not answer. */
  read(issuer: string): Promise<VaultEntry | undefined>
  /** Adds to what is kept for an issuer; false when the vault did not answer. */
  write(issuer: string, entry: VaultEntry, did?: readonly FreshFinding[]): Promise<boolean>
}

/** A vault, and what was in it beforehand. */
export const createVault = (line: Line, before: ReadonlyMap<string, VaultEntry>): Vault => {
  const entries = new Map(before)
  const there = { from: 'client', to: 'vault', channel: 'local' } as const
  const back = { from: 'vault', to: 'client', channel: 'local' } as const
  return {
    read: async (issuer) => {
      const asked = await line.act({
        ...there,
        name: 'vault-read',
        act: 'look up',
        content: { issuer },
      })
      if (!asked) return undefined
      const entry = entries.get(String(asked['issuer']))
      const answered = await line.act({
        ...back,
        name: 'vault-entry',
        act: entry ? 'found' : 'nothing found',
        content: entry ? { issuer, ...asJson(entry) } : { issuer },
      })
      const read = entrySchema.safeParse(answered)
      return read.success && entry ? read.data : undefined
    },
    write: async (issuer, entry, did) => {
      const sent = await line.act({
        ...there,
        name: 'vault-write',
        act: 'keep',
        content: { issuer, ...asJson(entry) },
        ...(did && { did }),
      })
      const read = entrySchema.safeParse(sent)
      if (!sent || !read.success) return false
      const kept = String(sent['issuer'])
      entries.set(kept, { ...entries.get(kept), ...read.data })
      return true
    },
  }
}

// What is kept came out of JSON and goes back into it.
const asJson = (entry: VaultEntry): Record<string, Json> => ({ ...(entry as Record<string, Json>) })
