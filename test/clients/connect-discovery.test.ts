import { describe, expect, test } from 'vitest'
import { has } from '../../engine/spec/differences.ts'
import { revisions, type Revision } from '../../engine/spec/revisions.ts'
import type { Arrangement } from '../../engine/world.ts'
import { connectTo, exchangesIn, openLab, requestsIn } from './connect-lab.ts'
import { NOTE } from './lab.ts'
import { answers, at, connectThrough, field, only, trapped, type Trap } from './traps.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'

type MetadataAt = NonNullable<NonNullable<Arrangement['authorization']>['metadataAt']>

const RESOURCE = 'https://notes.example/mcp'
const described = revisions.filter((revision) => has(revision, 'resource-metadata'))

/** Each place where an authorization server’s metadata may stand alone, in the order of MCP, with the issuer it is for. */
const places: readonly [issuer: string, metadataAt: MetadataAt, tried: readonly string[]][] = [
  [
    'https://auth.example/tenant1',
    'oauth',
    ['https://auth.example/.well-known/oauth-authorization-server/tenant1'],
  ],
  [
    'https://auth.example/tenant1',
    'openid',
    [
      'https://auth.example/.well-known/oauth-authorization-server/tenant1',
      'https://auth.example/.well-known/openid-configuration/tenant1',
    ],
  ],
  [
    'https://auth.example/tenant1',
    'openid-appended',
    [
      'https://auth.example/.well-known/oauth-authorization-server/tenant1',
      'https://auth.example/.well-known/openid-configuration/tenant1',
      'https://auth.example/tenant1/.well-known/openid-configuration',
    ],
  ],
  [
    'https://auth.example',
    'oauth',
    ['https://auth.example/.well-known/oauth-authorization-server'],
  ],
  [
    'https://auth.example',
    'openid',
    [
      'https://auth.example/.well-known/oauth-authorization-server',
      'https://auth.example/.well-known/openid-configuration',
    ],
  ],
]

const atPlace = (revision: Revision, issuer: string, metadataAt: MetadataAt) =>
  openLab({
    revision,
    origins: { issuer, resource: RESOURCE },
    arrangement: { authorization: { metadataAt } },
  })

const askedFor = (wellKnown: string, asked: readonly string[]) =>
  asked.filter((one) => one.startsWith('GET') && one.includes(wellKnown))

describe.each(described)('MCP %s, where the authorization server’s metadata stands', (revision) => {
  test.each(places)('for %s: %s', async (issuer, metadataAt, tried) => {
    const connection = await connectTo(atPlace(revision, issuer, metadataAt))
    const asked = exchangesIn(connection).filter(
      (one) => one.startsWith('GET') && !one.includes('protected-resource'),
    )
    const finds = metadataAt === 'oauth' || has(revision, 'openid-discovery')
    const statuses = finds ? [...tried.slice(1).map(() => 404), 200] : [404]
    expect(asked).toEqual(statuses.map((status, place) => `GET ${tried[place]} ${status}`))
    expect(connection.ending).toMatchObject(
      finds
        ? { ending: 'completed', result: NOTE.text }
        : { ending: 'refused', by: 'client/server-metadata-readable' },
    )
  })

  test('for an issuer with a path: what stands at the root is of another issuer, and nobody asks', async () => {
    const lab = atPlace(revision, 'https://auth.example/tenant1', 'nowhere')
    const asked = requestsIn(await connectTo(lab)).map(({ url }) => url)
    const root = /^https:\/\/auth\.example\/\.well-known\/[a-z-]+$/
    expect(asked.filter((url) => root.test(url))).toEqual([])
  })

  test('behind a page that answers every address with 200', async () => {
    const page = answers(200, '<!doctype html><p>Welcome', [['Content-Type', 'text/html']])
    const lab = atPlace(revision, 'https://auth.example', 'openid')
    const network = trapped(inPageNetwork(lab.handlers), [
      only(at('/oauth-authorization-server'), page),
    ])
    const { ending } = await connectTo(lab, { network })
    expect(ending.ending).toBe(has(revision, 'openid-discovery') ? 'completed' : 'refused')
  })
})

describe('MCP 2025-03-26 Fallbacks for Servers without Metadata Discovery', () => {
  test.each(['oauth', 'nowhere', 'openid'] as const)('metadata %s', async (metadataAt) => {
    const connection = await connectThrough(
      { revision: '2025-03-26', arrangement: { authorization: { metadataAt } } },
      [],
    )
    expect(connection.ending).toMatchObject({ ending: 'completed', result: NOTE.text })
    const found = metadataAt === 'oauth' ? 200 : 404
    expect(askedFor('.well-known', exchangesIn(connection))).toEqual([
      `GET https://notes.example/.well-known/oauth-authorization-server ${found}`,
    ])
  })

  test('the path of the MCP endpoint is dropped, however deep it is', async () => {
    const origins = { issuer: 'https://notes.example', resource: 'https://notes.example/v1/a/mcp' }
    const { ending } = await connectThrough({ revision: '2025-03-26', origins }, [])
    expect(ending.ending).toBe('completed')
  })
})

const silent: Arrangement = { mcp: { challengeNamesMetadata: false } }
const without: Trap = only(at('/mcp'), field('WWW-Authenticate'))

describe.each(revisions)('MCP %s, where the MCP server’s metadata stands', (revision) => {
  const root = `GET https://notes.example/.well-known/oauth-protected-resource`
  const found = {
    path: [`${root}/mcp 200`],
    root: [`${root}/mcp 404`, `${root} 200`],
    nowhere: [`${root}/mcp 404`, `${root} 404`],
  } as const
  const rows = (['path', 'root', 'nowhere'] as const).flatMap((metadataAt) => [
    [`at its ${metadataAt}, and the challenge does not say so`, metadataAt, []] as const,
    [`at its ${metadataAt}, and the 401 has no challenge at all`, metadataAt, [without]] as const,
  ])

  test.each(rows)('%s', async (_, metadataAt, traps) => {
    const arrangement = { mcp: { ...silent.mcp, metadataAt } }
    const connection = await connectThrough({ revision, arrangement }, traps)
    const asked = askedFor('protected-resource', exchangesIn(connection))
    // The first revision knows of no such metadata and needs no challenge; the second has to be told where it is.
    const looks = has(revision, 'resource-metadata-well-known')
    const needs = has(revision, 'resource-metadata')
    expect(asked).toEqual(looks ? found[metadataAt] : [])
    const by = looks ? 'client/resource-metadata-readable' : 'client/challenge-names-metadata'
    expect(connection.ending).toMatchObject(
      !needs || (looks && metadataAt !== 'nowhere')
        ? { ending: 'completed', result: NOTE.text }
        : { ending: 'refused', by },
    )
  })
})

const named = 'resource_metadata="https://notes.example/.well-known/oauth-protected-resource/mcp"'
const challenges: readonly [title: string, field: string][] = [
  ['beside another scheme', `Basic realm="a, b", Bearer ${named}`],
  ['before another scheme', `Bearer ${named}, Negotiate`],
  ['with an error, though no token came', `Bearer error="invalid_token", ${named}`],
  [
    'with an error that quotes',
    `Bearer error_description="say \\"${'resource_metadata='}\\"", ${named}`,
  ],
  ['in capitals, with spaces', `BEARER  Resource_Metadata = ${named.split('=')[1]}`],
]

describe.each(described)('RFC 9110 §11.6.1 a challenge, MCP %s', (revision) => {
  test.each(challenges)('%s', async (_, text) => {
    const trap = only(at('/mcp'), {
      answered: (answer) => {
        const changed = field('WWW-Authenticate', text).answered!(answer, {} as never)
        return answer.status === 401 ? changed : answer
      },
    })
    const { ending } = await connectThrough({ revision }, [trap])
    expect(ending).toMatchObject({ ending: 'completed', result: NOTE.text })
  })
})
