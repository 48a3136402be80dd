import type { Ref } from './ref.ts'
import { mcpRefs } from './refs-mcp.ts'
import { oauth21Refs } from './refs-oauth21.ts'
import { rfcRefs } from './refs-rfc.ts'

/** Every section the lab cites, once, by id. */
export const refs = {
  ...rfcRefs,
  ...oauth21Refs,
  ...mcpRefs,
} as const satisfies Record<string, Ref>

/** The id of a cited section. */
export type RefId = keyof typeof refs

export type { Ref }
