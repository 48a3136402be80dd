import { mcpRefs } from './refs-mcp.ts'
import { oauth21Refs } from './refs-oauth21.ts'
import { rfcRefs } from './refs-rfc.ts'

/** One section of a specification: what it is called and where it stands. */
export interface Ref {
  /** As a docstring cites it: 'RFC 7636 §4.6 - Server Verifies code_verifier …'. */
  readonly title: string
  /** The section itself, anchor included. */
  readonly url: string
  /** As a label names it: 'RFC 7636 §4.6'. */
  readonly short: string
}

/** Every section the lab cites, once, by id. */
export const refs = {
  ...rfcRefs,
  ...oauth21Refs,
  ...mcpRefs,
} as const satisfies Record<string, Ref>

/** The id of a cited section. */
export type RefId = keyof typeof refs
