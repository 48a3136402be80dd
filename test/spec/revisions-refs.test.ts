import { describe, expect, test } from 'vitest'
import { registry } from '../../engine/checks/index.ts'
import { features, has, levelIn, levelSteps } from '../../engine/spec/differences.ts'
import { refIn } from '../../engine/spec/ref-in.ts'
import { refs, type RefId } from '../../engine/spec/refs.ts'
import { revisions, type Revision } from '../../engine/spec/revisions.ts'

const ids = Object.keys(refs) as RefId[]
const dateOf = (id: string) => revisions.find((one) => id.startsWith(`mcp-${one}-`))
const mcpIds = ids.filter((id) => id.startsWith('mcp-'))

describe('the sections of MCP', () => {
  test('are there for every revision', () => {
    expect(new Set(mcpIds.map(dateOf))).toEqual(new Set(revisions))
  })

  test('say their date in their titles and in their addresses', () => {
    const wrong = mcpIds.filter((id) => {
      const { title, short, url } = refs[id]
      // The guide beside the specification is no part of it, and is not called so.
      const paper = url.includes('/tutorials/security/') ? 'MCP best practices' : 'MCP'
      const start = `${paper} ${dateOf(id)} `
      return !(
        title.startsWith(`MCP ${dateOf(id)} `) &&
        short.startsWith(start) &&
        title.endsWith(` - ${short.slice(start.length)}`) &&
        new URL(url).pathname.split('/')[2] === dateOf(id)
      )
    })
    expect(wrong).toEqual([])
  })

  test.each([
    [
      'mcp-2025-06-18-security-server-side-request-forgery-ssrf',
      'docs/2025-06-18/tutorials/security/security_best_practices#server-side-request-forgery-ssrf',
    ],
    [
      'mcp-2025-03-26-authorization-example-authorization-code-grant',
      'specification/2025-03-26/basic/authorization#example-authorization-code-grant',
    ],
    [
      'mcp-2025-03-26-authorization-local-clients-as-public-oauth-2-1-clients',
      'specification/2025-03-26/basic/authorization#local-clients-as-public-oauth-2-1-clients',
    ],
    ['mcp-2026-07-28-base-meta', 'specification/2026-07-28/basic#_meta'],
    [
      'mcp-2026-07-28-streamable-http-security-endpoint',
      'specification/2026-07-28/basic/transports/streamable-http#security-%26-endpoint',
    ],
    [
      'mcp-2026-07-28-security-considerations-mix-up-attacks',
      'specification/2026-07-28/basic/authorization/security-considerations#mix-up-attacks',
    ],
  ] as const)('%s is at the anchor that the site gives it', (id, path) => {
    expect(refs[id].url).toBe(`https://modelcontextprotocol.io/${path}`)
  })
})

describe('a section in another revision', () => {
  test.each<[id: RefId, revision: Revision, expected: RefId]>([
    // What kept its name and its page.
    [
      'mcp-2025-06-18-authorization-token-requirements',
      '2025-03-26',
      'mcp-2025-03-26-authorization-token-requirements',
    ],
    [
      'mcp-2025-06-18-authorization-token-theft',
      '2025-11-25',
      'mcp-2025-11-25-authorization-token-theft',
    ],
    [
      'mcp-2026-07-28-authorization-resource-parameter-implementation',
      '2025-06-18',
      'mcp-2025-06-18-authorization-resource-parameter-implementation',
    ],
    // What went to another page in 2026-07-28, there and back.
    [
      'mcp-2025-06-18-authorization-token-theft',
      '2026-07-28',
      'mcp-2026-07-28-security-considerations-token-theft',
    ],
    [
      'mcp-2025-06-18-authorization-authorization-server-location',
      '2026-07-28',
      'mcp-2026-07-28-authorization-server-discovery-authorization-server-location',
    ],
    [
      'mcp-2025-06-18-authorization-dynamic-client-registration',
      '2026-07-28',
      'mcp-2026-07-28-client-registration-dynamic-client-registration',
    ],
    [
      'mcp-2025-06-18-transports-protocol-version-header',
      '2026-07-28',
      'mcp-2026-07-28-streamable-http-protocol-version-header',
    ],
    [
      'mcp-2026-07-28-client-registration-client-id-metadata-documents',
      '2025-11-25',
      'mcp-2025-11-25-authorization-client-id-metadata-documents',
    ],
    // What was renamed.
    [
      'mcp-2025-06-18-transports-security-warning',
      '2026-07-28',
      'mcp-2026-07-28-streamable-http-security-endpoint',
    ],
    [
      'mcp-2026-07-28-streamable-http-security-endpoint',
      '2025-03-26',
      'mcp-2025-03-26-transports-security-warning',
    ],
    [
      'mcp-2025-06-18-authorization-server-metadata-discovery',
      '2025-11-25',
      'mcp-2025-11-25-authorization-authorization-server-metadata-discovery',
    ],
    [
      'mcp-2025-06-18-lifecycle-version-negotiation',
      '2026-07-28',
      'mcp-2026-07-28-versioning-protocol-version-negotiation',
    ],
    // What one section treats that was, or became, several.
    [
      'mcp-2025-06-18-authorization-open-redirection',
      '2025-03-26',
      'mcp-2025-03-26-authorization-security-considerations',
    ],
    [
      'mcp-2026-07-28-security-considerations-authorization-code-protection',
      '2025-03-26',
      'mcp-2025-03-26-authorization-implementation-requirements',
    ],
    [
      'mcp-2025-11-25-authorization-runtime-insufficient-scope-errors',
      '2025-06-18',
      'mcp-2025-06-18-authorization-error-handling',
    ],
    [
      'mcp-2025-06-18-transports-session-management',
      '2026-07-28',
      'mcp-2026-07-28-streamable-http-earlier-streamable-http-revisions',
    ],
  ])('%s in %s is %s', (id, revision, expected) => {
    expect(refIn(id, revision)).toBe(expected)
  })

  test.each<[id: RefId, revision: Revision]>([
    ['mcp-2025-06-18-lifecycle-initialization', '2026-07-28'],
    ['mcp-2025-06-18-authorization-resource-parameter-implementation', '2025-03-26'],
    ['mcp-2025-06-18-transports-protocol-version-header', '2025-03-26'],
    ['mcp-2025-11-25-authorization-client-id-metadata-documents', '2025-06-18'],
    ['mcp-2026-07-28-streamable-http-server-validation', '2025-11-25'],
    // Called the same, and about something else: duties of security, and client metadata documents.
    ['mcp-2025-03-26-authorization-implementation-requirements', '2025-11-25'],
    ['mcp-2026-07-28-client-registration-implementation-requirements', '2025-03-26'],
  ])('%s has no counterpart in %s, and stays', (id, revision) => {
    expect(refIn(id, revision)).toBe(id)
  })

  describe.each(revisions)('%s', (revision) => {
    test('what other specifications say is the same', () => {
      const others = ids.filter((id) => !mcpIds.includes(id))
      expect(others.map((id) => refIn(id, revision))).toEqual(others)
    })

    test('a section is one of its own, or stays', () => {
      const wrong = mcpIds.filter((id) => {
        const own = refIn(id, revision)
        return !Object.hasOwn(refs, own) || (own !== id && dateOf(own) !== revision)
      })
      expect(wrong).toEqual([])
      expect(mcpIds.filter((id) => dateOf(id) === revision && refIn(id, revision) !== id)).toEqual(
        [],
      )
    })
  })
})

describe('what some revisions have and others have not', () => {
  test.each(Object.entries(features))(
    '%s rests on a section of a revision that has it',
    (id, { ref }) => {
      expect(has(dateOf(ref)!, id as keyof typeof features)).toBe(true)
    },
  )

  const expected = {
    '2025-03-26': ['authorization-at-the-server', 'default-endpoints', 'sessions'],
    '2025-06-18': ['resource-metadata', 'resource-indicator', 'version-header', 'sessions'],
    '2025-11-25': ['openid-discovery', 'client-id-metadata-document', 'step-up', 'sessions'],
    '2026-07-28': ['step-up-union', 'response-issuer', 'application-type', 'stateless'],
  } as const satisfies Record<Revision, readonly (keyof typeof features)[]>
  const never = {
    '2025-03-26': ['resource-metadata', 'resource-indicator', 'version-header'],
    '2025-06-18': ['default-endpoints', 'openid-discovery', 'client-id-metadata-document'],
    '2025-11-25': ['authorization-at-the-server', 'response-issuer', 'stateless'],
    '2026-07-28': ['default-endpoints', 'discovery-version-header', 'sessions'],
  } as const satisfies Record<Revision, readonly (keyof typeof features)[]>

  describe.each(revisions)('%s', (revision) => {
    test.each(expected[revision])('has %s', (feature) => {
      expect(has(revision, feature)).toBe(true)
    })

    test.each(never[revision])('has no %s', (feature) => {
      expect(has(revision, feature)).toBe(false)
    })
  })
})

describe('the keyword of a check', () => {
  /** From the oldest revision to the newest; a dash where the check is not made. */
  const examples = [
    ['client/challenge-names-metadata', 'MUST', '- MUST MUST MUST'],
    ['client/pkce-supported', 'none', 'none none MUST MUST'],
    ['client/state-random', 'SHOULD', 'MAY SHOULD SHOULD SHOULD'],
    ['client/state-matches', 'SHOULD', 'none SHOULD SHOULD SHOULD'],
    ['client/resource-sent', 'MUST', '- MUST MUST MUST'],
    ['client/iss-when-promised', 'MUST', '- - - MUST'],
    ['client/iss-matches', 'MUST', '- - - MUST'],
    ['client/iss-compared-exactly', 'MUST', '- - - MUST'],
    ['client/credentials-of-this-issuer', 'MUST', 'none none none MUST'],
    ['client/step-up-limited', 'SHOULD', '- - SHOULD SHOULD'],
    ['client/version-spoken', 'SHOULD', 'SHOULD SHOULD SHOULD -'],
    ['client/version-header-in-discovery', 'SHOULD', 'SHOULD - - -'],
    ['as/refresh-rotated', 'MUST', 'SHOULD MUST MUST MUST'],
    ['as/iss-sent', 'SHOULD', '- - - SHOULD'],
    ['as/document-no-shared-secret', 'none', '- - none none'],
    ['rs/challenge-on-401', 'MUST', '- MUST MAY MAY'],
    ['rs/protocol-version-supported', 'MUST', '- MUST MUST MUST'],
    ['rs/own-token-downstream', 'MUST', 'none MUST MUST MUST'],
    ['rs/session-known', 'SHOULD', 'SHOULD SHOULD SHOULD -'],
    ['rs/request-metadata-matches', 'MUST', '- - - MUST'],
    // No revision says otherwise.
    ['client/metadata-issuer-matches', 'MUST', 'MUST MUST MUST MUST'],
    ['rs/audience-is-me', 'MUST', 'MUST MUST MUST MUST'],
    ['rs/origin-allowed', 'MUST', 'MUST MUST MUST MUST'],
    ['toString', 'none', 'none none none none'],
  ] as const

  describe.each([...revisions.entries()])('%i: %s', (index, revision) => {
    test.each(examples)('%s', (id, level, through) => {
      expect(levelIn({ id, level }, revision) ?? '-').toBe(through.split(' ')[index])
    })
  })

  test.each(Object.entries(levelSteps))('%s changes in the order of the revisions', (id, steps) => {
    const at = steps.map(([from]) => revisions.indexOf(from))
    expect(at).toEqual([...new Set(at)].toSorted((one, other) => one - other))
    const levels = steps.map(([, level]) => level)
    expect(levels.filter((level, index) => level === levels[index - 1])).toEqual([])
    const known = revisions.filter((one) => levelIn({ id, level: 'none' }, one) !== undefined)
    expect(known.length).toBeGreaterThan(0)
  })

  test.each(registry.filter(({ id }) => Object.hasOwn(levelSteps, id)))(
    '$id has in its row a keyword that some revision gives it',
    (row) => {
      expect(revisions.map((revision) => levelIn(row, revision))).toContain(row.level)
    },
  )
})
