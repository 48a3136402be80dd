import { describe, expect, test } from 'vitest'
import { has } from '../../engine/spec/differences.ts'
import { revisions, type Revision } from '../../engine/spec/revisions.ts'
import { header } from '../../engine/wire/headers.ts'
import type { HttpResponse } from '../../engine/wire/message.ts'
import { readNote, requestsIn, timesOf } from './connect-lab.ts'
import { NOTE } from './lab.ts'
import {
  answers,
  asking,
  at,
  connectThrough,
  field,
  members,
  only,
  withToken,
  type Trap,
} from './traps.ts'

const CHALLENGED = [['WWW-Authenticate', 'Bearer error="invalid_token"']] as const
const short = (scope: string | undefined) =>
  [
    [
      'WWW-Authenticate',
      `Bearer error="insufficient_scope"${scope === undefined ? '' : `, scope="${scope}"`}`,
    ],
  ] as const

describe.each(revisions)('MCP Step-Up Authorization Flow, 403 for ever, MCP %s', (revision) => {
  const knows = has(revision, 'step-up')
  test.each<[string, string | undefined]>([
    ['for a scope that was granted', 'notes:read'],
    ['for a wider scope', 'notes:read notes:write'],
    ['without a scope', undefined],
    ['with an empty scope', ''],
  ])('%s: the client asks the owner no more than a few times', async (_, scope) => {
    const trap = only(asking('tools/call'), answers(403, '', short(scope)))
    const connection = await connectThrough({ revision }, [trap])
    expect(connection.ending.ending).toBe('refused')
    expect(connection.ending.by).toBe(knows ? 'client/step-up-limited' : undefined)
    const asked = timesOf(connection, 'open-browser')
    expect(asked).toBeGreaterThan(knows ? 1 : 0)
    expect(asked).toBeLessThan(knows ? 5 : 2)
  })

  test.each(['tools/list', 'initialize'])('for the very first request, %s', async (method) => {
    const trap = only(asking(method), answers(403, '', short('notes:read')))
    const connection = await connectThrough({ revision }, [trap])
    const isAsked = method === 'tools/list' || has(revision, 'sessions')
    expect(connection.ending.ending).toBe(isAsked ? 'refused' : 'completed')
    expect(timesOf(connection, 'open-browser')).toBeLessThan(5)
  })

  test('without any reason: the client asks nobody again', async () => {
    const trap = only(asking('tools/call'), answers(403))
    const connection = await connectThrough({ revision }, [trap])
    expect(connection.ending).toMatchObject({
      ending: 'refused',
      client: 'The MCP server refused the request: status 403.',
    })
    expect(timesOf(connection, 'open-browser')).toBe(1)
  })

  test('before there is a token: only a 401 asks for one', async () => {
    const connection = await connectThrough({ revision }, [only(at('/mcp'), answers(403))])
    expect(connection.ending).toMatchObject({
      ending: 'refused',
      by: 'client/turned-away-by-401',
    })
  })
})

describe.each(revisions)('MCP Error Handling, 401 for ever, MCP %s', (revision) => {
  test.each([
    ['with a challenge', CHALLENGED],
    ['without a challenge', []],
  ] as const)('%s: the client tries once more, and stops', async (_, headers) => {
    const connection = await connectThrough({ revision }, [
      only(withToken, answers(401, '', headers)),
    ])
    expect(connection.ending).toMatchObject({
      ending: 'refused',
      client: 'The MCP server does not accept the access token.',
    })
    expect(timesOf(connection, 'open-browser')).toBe(1)
    expect(timesOf(connection, 'refresh-request')).toBe(1)
  })
})

const withSessions = revisions.filter((revision) => has(revision, 'sessions'))

/** A server that loses every session once, at the first request of this method. */
const losing = (method: string): Trap => {
  let lost = false
  return only(asking(method), {
    answered: (answer) => {
      if (lost) return answer
      lost = true
      return { status: 404, headers: [], body: '' }
    },
  })
}

describe.each(withSessions)('MCP Session Management, MCP %s', (revision) => {
  test.each(['tools/list', 'tools/call'])(
    'a session that is gone at %s: the client opens another, without the old id',
    async (method) => {
      const connection = await connectThrough({ revision }, [losing(method)])
      expect(connection.ending).toMatchObject({ ending: 'completed', result: NOTE.text })
      const opening = requestsIn(connection).filter(({ body }) => body?.includes('"initialize"'))
      // The first knocks, the second has a token, and the third starts anew.
      expect(opening).toHaveLength(3)
      for (const { headers } of opening) expect(header(headers, 'Mcp-Session-Id')).toBeUndefined()
    },
  )

  test('sessions that are always gone: the client does not go on for ever', async () => {
    const trap = only(asking('tools/call'), answers(404))
    const connection = await connectThrough({ revision }, [trap])
    expect(connection.ending.ending).toBe('refused')
    expect(timesOf(connection, 'mcp-request')).toBeLessThan(30)
  })

  test('a server without sessions gets none', async () => {
    const sessionless: Trap = field('Mcp-Session-Id')
    const forget = ['rs/session-known', 'rs/session-bound-to-subject']
    const { ending, log } = await connectThrough({ revision, forget }, [
      only(at('/mcp'), sessionless),
    ])
    expect(ending).toMatchObject({ ending: 'completed', result: NOTE.text })
    const ids = requestsIn({ log }).map(({ headers }) => header(headers, 'Mcp-Session-Id'))
    expect(new Set(ids)).toEqual(new Set([undefined]))
  })

  test.each(revisions.filter((one) => one !== revision && has(one, 'sessions')))(
    'MCP Version Negotiation: a server that answers with %s is not spoken to any further',
    async (other: Revision) => {
      const trap: Trap = {
        answered: (answer: HttpResponse) => ({
          ...answer,
          body: answer.body.replace(
            `"protocolVersion":"${revision}"`,
            `"protocolVersion":"${other}"`,
          ),
        }),
      }
      const { ending } = await connectThrough({ revision }, [only(withToken, trap)])
      expect(ending).toMatchObject({ ending: 'refused', by: 'client/version-spoken' })
    },
  )
})

describe.each(revisions)('JSON-RPC answers that are none, MCP %s', (revision) => {
  test.each<[string, Trap]>([
    ['an error', members({ result: undefined, error: { code: -32603, message: 'No.' } })],
    ['neither a result nor an error', members({ result: undefined })],
    ['a page', answers(200, '<h1>Hello</h1>', [['Content-Type', 'text/html']])],
    ['nothing', answers(200)],
    ['another status', answers(500, 'Oops', [['Content-Type', 'text/plain']])],
    ['too many requests', answers(429, '', [['Retry-After', '60']])],
  ])('%s to a tool call: the client says so', async (_, trap) => {
    const connection = await connectThrough({ revision }, [only(asking('tools/call'), trap)])
    expect(connection.ending.ending).toBe('refused')
    expect(connection.ending.client).toMatch(/^The MCP server refused the request: .+\.$/)
    expect(connection.tools).toEqual(['read_note', 'write_note'])
  })

  test('a tool that fails is a result', async () => {
    const trap = members({
      result: { content: [{ type: 'text', text: 'Not today.' }], isError: true },
    })
    const { ending } = await connectThrough({ revision }, [only(asking('tools/call'), trap)], {
      errands: [readNote],
    })
    expect(ending).toMatchObject({ ending: 'completed', result: 'Not today.' })
  })
})
