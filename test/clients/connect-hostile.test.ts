import { describe, expect, test } from 'vitest'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { originsIn } from '../../engine/world.ts'
import { connectTo, openLab, requestsIn } from './connect-lab.ts'
import { NOTE } from './lab.ts'
import { answers, at, connectThrough, endpoints, endpointsIn, members, only } from './traps.ts'

const described = revisions.filter((revision) => has(revision, 'resource-metadata'))

describe.each(revisions)(
  'MCP Security Best Practices, Validate Redirect Targets, MCP %s',
  (revision) => {
    const rows = endpointsIn(revision).flatMap((where) =>
      [301, 302, 303, 307, 308].map((status) => [where, status] as const),
    )
    test.each(rows)('%s answers %i: nobody goes there', async (where, status) => {
      for (const target of ['https://evil.example/', originsIn(revision).issuer]) {
        const trap = only(endpoints[where], answers(status, '', [['Location', target]]))
        const { ending, log } = await connectThrough({ revision }, [trap])
        expect(ending).toMatchObject({
          ending: 'refused',
          client: expect.stringMatching(/^(The client stopped|The MCP server refused)/),
        })
        const asked = requestsIn({ log }).map(({ url }) => new URL(url).host)
        expect(asked).not.toContain('evil.example')
      }
    })

    test('over a fetch no redirect is followed either', async () => {
      const lab = openLab({ revision })
      const modes = new Set<unknown>()
      await connectTo(lab, {
        network: fetchNetwork((input, init) => {
          modes.add(init?.redirect)
          return lab.fetch(input as string, init)
        }),
      })
      expect([...modes]).toEqual(['manual'])
    })
  },
)

describe.each(revisions)('RFC 8414 §3.3 metadata of another issuer, MCP %s', (revision) => {
  const { issuer } = originsIn(revision)
  // Where nobody told the client how the issuer is written, a slash makes no other of it.
  const slash = has(revision, 'resource-metadata') ? [`${issuer}/`] : []
  test.each([
    'https://evil.example',
    ...slash,
    `${issuer}:443`,
    `${issuer}/tenant1`,
    issuer.toUpperCase(),
    issuer.replace('https', 'http'),
  ])('%s: nothing in it is used', async (claimed) => {
    const trap = only(endpoints['the server metadata'], members({ issuer: claimed }))
    const { ending, log } = await connectThrough({ revision }, [trap])
    expect(ending).toMatchObject({ ending: 'refused', by: 'client/metadata-issuer-matches' })
    expect(log.at(-1)?.name).toBe('server-metadata')
  })
})

describe.each(described)('RFC 9728 §3.3 metadata of another resource, MCP %s', (revision) => {
  test.each([
    'https://evil.example/mcp',
    'https://notes.example',
    'https://notes.example/',
    'https://notes.example/mcp/',
    'https://notes.example/mcp/admin',
    'https://notes.example/mcp?tenant=1',
    'http://notes.example/mcp',
  ])('%s: nothing in it is used', async (resource) => {
    const trap = only(endpoints['the resource metadata'], members({ resource }))
    const { ending, log } = await connectThrough({ revision }, [trap])
    expect(ending).toMatchObject({ ending: 'refused', by: 'client/resource-matches' })
    expect(log.at(-1)?.name).toBe('resource-metadata')
  })

  test('of several authorization servers the first that can be one is taken', async () => {
    const authorization_servers = ['http://auth.example', 'auth', 'https://auth.example']
    const trap = only(endpoints['the resource metadata'], members({ authorization_servers }))
    const { ending } = await connectThrough({ revision }, [trap])
    expect(ending.ending).toBe('completed')
  })
})

const wellKnown = revisions.filter((revision) => has(revision, 'resource-metadata-well-known'))

describe.each(wellKnown)('RFC 9728 §3.3 metadata at the root, MCP %s', (revision) => {
  test('may describe the root: the token is then asked for that', async () => {
    const root = 'https://notes.example'
    const trap = only(at('/oauth-protected-resource'), members({ resource: root }))
    const { ending, log } = await connectThrough(
      {
        revision,
        arrangement: {
          mcp: { metadataAt: 'root', challengeNamesMetadata: false },
          authorization: { resources: [root] },
        },
        // The lab's own MCP server goes by the name of its endpoint.
        forget: ['rs/audience-is-me'],
      },
      [trap],
    )
    expect(ending).toMatchObject({ ending: 'completed', result: NOTE.text })
    const redeemed = log.find(({ name }) => name === 'token-request')
    const body = redeemed?.kind === 'request' ? redeemed.request.body : ''
    expect(new URLSearchParams(body).get('resource')).toBe(root)
  })
})
