import { describe, expect, test } from 'vitest'
import { fetchOver } from '../../engine/network/in-page.ts'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import { seededRandom } from '../../engine/chance/random.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import {
  combinations,
  connectTo,
  exchangesIn,
  openLab,
  readNote,
  timesOf,
  writeNote,
} from './connect-lab.ts'
import { NOTE, REDIRECT_URI } from './lab.ts'

const NAMES = ['read_note', 'write_note']

describe.each(combinations)('connectClient against the lab’s servers, MCP %s', (_, at) => {
  const { revision, registration } = at

  test('Authorization Flow Steps: ends completed, with the tools, the note and the tokens', async () => {
    const lab = openLab(at)
    const { ending, tools, results, tokens, log } = await connectTo(lab)
    expect(ending).toMatchObject({ ending: 'completed', result: NOTE.text })
    expect(tools).toEqual(NAMES)
    expect(results).toEqual([NOTE.text])
    expect(tokens).toMatchObject({ token_type: 'Bearer', refresh_token: expect.any(String) })
    expect(log.map(({ id }) => id)).toEqual(log.map((_, place) => place + 1))
  })

  test('finds its way as the revision has it, and asks for nothing else', async () => {
    const lab = openLab(at)
    const { resource, issuer } = lab
    const asked = exchangesIn(await connectTo(lab))
    const { origin, pathname } = new URL(resource)
    const toTheToken = [
      `POST ${resource} 401`,
      ...(has(revision, 'resource-metadata')
        ? [`GET ${origin}/.well-known/oauth-protected-resource${pathname} 200`]
        : []),
      `GET ${issuer}/.well-known/oauth-authorization-server 200`,
      ...(registration === 'dynamic' ? [`POST ${issuer}/register 201`] : []),
      `POST ${issuer}/token 200`,
    ]
    expect(asked.slice(0, toTheToken.length)).toEqual(toTheToken)
    const spoken = has(revision, 'sessions') ? [200, 202, 200, 200] : [200, 200]
    expect(asked.slice(toTheToken.length)).toEqual(spoken.map((s) => `POST ${resource} ${s}`))
  })

  test('refreshes when time has passed, and gives its tokens back', async () => {
    const lab = openLab(at)
    const errands = [readNote, { wait: 900 }, readNote, { revoke: 'refresh_token' }] as const
    const { ending, results, log } = await connectTo(lab, { errands })
    expect(ending.ending).toBe('completed')
    expect(results).toEqual([NOTE.text, NOTE.text])
    const names = log.map(({ name }) => name)
    expect(names.filter((name) => name === 'refresh-response')).toHaveLength(1)
    expect(names).toContain('revocation-response')
  })

  test('writes, after asking the owner for more where the revision knows how', async () => {
    const lab = openLab(at)
    const errands = [readNote, writeNote, readNote]
    const connection = await connectTo(lab, { errands })
    const { ending, results } = connection
    const stepsUp = has(revision, 'step-up')
    expect(ending).toMatchObject(
      stepsUp
        ? { ending: 'completed' }
        : {
            ending: 'refused',
            sentence: 'The MCP server refused the request: insufficient_scope.',
          },
    )
    expect(results).toEqual([NOTE.text, ...(stepsUp ? ['Written.', NOTE.text] : [])])
    expect(timesOf(connection, 'open-browser')).toBe(stepsUp ? 2 : 1)
  })

  test('over a fetch it is the same, message for message', async () => {
    const [one, other] = [openLab(at), openLab(at)]
    const random = () => seededRandom('client')
    const inPage = await connectTo(one, { random: random() })
    const fetched = await connectTo(other, {
      random: random(),
      network: fetchNetwork(fetchOver(other.handlers)),
    })
    expect(fetched.ending).toEqual(inPage.ending)
    expect(fetched.log.map(({ name, findings }) => [name, findings])).toEqual(
      inPage.log.map(({ name, findings }) => [name, findings]),
    )
  })

  test('a refusal is a value: the owner says no', async () => {
    const lab = openLab(at)
    const choices = { signIn: ['right-password'], consent: ['deny'] } as const
    const { ending, tokens, tools, results } = await connectTo(lab, {
      openBrowser: async (url) => (await lab.browse(new URL(url), REDIRECT_URI, choices)).href,
    })
    expect(ending).toMatchObject({
      ending: 'refused',
      sentence: expect.stringContaining('access_denied'),
    })
    expect([tokens, tools, results]).toEqual([undefined, [], []])
  })

  test('a refusal is a value: the browser never comes back', async () => {
    const { ending } = await connectTo(openLab(at), { openBrowser: async () => undefined })
    expect(ending).toMatchObject({
      ending: 'refused',
      sentence: 'The browser never came back with an answer that the client could use.',
    })
  })

  test('a refusal is a value: nobody answers, at any moment', async () => {
    const whole = exchangesIn(await connectTo(openLab(at))).length
    for (let answered = 0; answered < whole; answered++) {
      const lab = openLab(at)
      const network = fetchNetwork(fetchOver(lab.handlers))
      let left = answered
      const { ending } = await connectTo(lab, {
        network: { send: async (request) => (left-- > 0 ? network.send(request) : undefined) },
      })
      expect(ending).toMatchObject({
        ending: 'refused',
        sentence: expect.stringMatching(/^No answer came from the (MCP|authorization) server\.$/),
      })
    }
  })
})

const strangers = revisions.flatMap((client) =>
  revisions.filter((server) => server !== client).map((server) => [client, server] as const),
)

describe('MCP Version Negotiation', () => {
  test.each(strangers)('a client of %s and servers of %s part in words', async (client, server) => {
    const { ending } = await connectTo(openLab({ revision: server }), { revision: client })
    expect(ending).toMatchObject({
      ending: 'refused',
      client: expect.stringMatching(/^(The client stopped|The .+ server refused .+): .+\.$/),
    })
  })
})
