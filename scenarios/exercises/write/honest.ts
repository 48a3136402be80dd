import type { WrittenRun } from '../../../engine/scenario.ts'

const WAYS = {
  dynamic: 'in which the client registers itself',
  'pre-registered': 'in which the client was registered by hand',
  'metadata-document': 'in which the client has a document about itself',
} as const

/** An honest handshake, in which a check has to refuse nothing. */
export const honestly = (
  revision: '2025-06-18' | '2025-11-25' | '2026-07-28',
  registration: keyof typeof WAYS = 'dynamic',
): WrittenRun => ({
  name: `the honest handshake of MCP ${revision} ${WAYS[registration]}`,
  because: 'Nobody does anything wrong in this run. A check that refuses here locks everybody out.',
  scenario: 'first-contact',
  revision,
  registration,
})

/** What stands in the editor before anybody has written anything. */
export const emptyCheck = (...parameters: readonly string[]): string =>
  `function check(${parameters.join(', ')}) {
  // true: it may pass. false: it is refused.
  return true
}
`

/** The two versions that decide nothing. */
export const undecided = (...parameters: readonly string[]) =>
  [
    {
      name: 'always true',
      code: `function check(${parameters.join(', ')}) { return true }`,
      because: 'A check that refuses nothing is a check that was forgotten.',
    },
    {
      name: 'always false',
      code: `function check(${parameters.join(', ')}) { return false }`,
      because: 'A check that refuses everything is safe, and nobody gets in.',
    },
  ] as const
