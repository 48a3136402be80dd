import type { Ref } from './ref.ts'
import { cimdRefs } from './refs-cimd.ts'
import { mcpRefs } from './refs-mcp.ts'
import { mcp2026Refs } from './refs-mcp-2026.ts'
import { oauth21Refs } from './refs-oauth21.ts'
import { openidRefs } from './refs-openid.ts'
import { rfcRefs } from './refs-rfc.ts'

/** Every section the lab cites, once, by id. */
export const refs = {
  ...rfcRefs,
  ...oauth21Refs,
  ...cimdRefs,
  ...openidRefs,
  ...mcpRefs,
  ...mcp2026Refs,
} as const satisfies Record<string, Ref>

/** The id of a cited section. */
export type RefId = keyof typeof refs

export type { Ref }
