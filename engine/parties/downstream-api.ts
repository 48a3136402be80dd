import * as z from 'zod/mini'
import { downstreamChecks } from '../checks/downstream.ts'
import type { Answer, Server } from '../network/server.ts'
import { decodeToken } from '../oauth/access-token.ts'
import { readJson } from '../oauth/json.ts'
import { parameter, queryOf } from '../oauth/parameters.ts'
import { errorDescriptions } from '../oauth/reasons.ts'
import { formatBearerChallenge } from '../oauth/www-authenticate.ts'
import { header } from '../wire/headers.ts'
import type { HttpRequest, HttpResponse, Json } from '../wire/message.ts'
import { tokenIn } from './mcp-server/bearer.ts'
import { publishedKeys, type KeyHolder } from './mcp-server/keys.ts'
import { freshNotes, type NoteTexts } from './mcp-server/notes.ts'
import { ALGORITHMS } from './mcp-server/settings.ts'
import { inspect, type Circumstances } from './party.ts'

/** How this API is set up. */
export interface DownstreamApiSettings {
  /** Where it lives, which is also the audience of its tokens. */
  readonly origin: string
  /** The authorization server whose tokens it takes, and where that publishes its keys. */
  readonly issuer: string
  readonly jwksUri: string
}

interface Desk extends KeyHolder {
  readonly settings: DownstreamApiSettings
  readonly notes: Map<string, NoteTexts>
}

const written = z.looseObject({ text: z.string().check(z.maxLength(10_000)) })

const json = (status: number, body: Json): HttpResponse => ({
  status,
  headers: [
    ['Content-Type', 'application/json'],
    ['Cache-Control', 'no-store'],
  ],
  body: JSON.stringify(body),
})

/** A third-party API: it keeps the owner’s notes, knows nothing of MCP, and lets in whoever bears a token made for it. */
export const downstreamApi = (settings: DownstreamApiSettings, at: Circumstances): Server => {
  const desk: Desk = { settings, at, keys: { current: undefined }, notes: freshNotes() }
  const list = (notes: NoteTexts) => json(200, { names: [...notes.keys()] })
  const read = (notes: NoteTexts, { url }: HttpRequest) => {
    const name = nameIn(url)
    const text = notes.get(name)
    return text === undefined ? json(404, { error: 'not_found' }) : json(200, { name, text })
  }
  const write = (notes: NoteTexts, { url, body = '' }: HttpRequest) => {
    const reading = readJson(written, body)
    if (!('value' in reading)) return json(400, { error: 'bad_request' })
    notes.set(nameIn(url), reading.value.text)
    return { status: 204, headers: [], body: '' }
  }
  return {
    id: 'downstream-api',
    origin: settings.origin,
    routes: [
      { path: '/notes', methods: { GET: admitted(desk, list) } },
      { path: '/notes/:name', methods: { GET: admitted(desk, read), PUT: admitted(desk, write) } },
    ],
  }
}

/** Looks at the token of a request, and answers it with the notes of its account. @see [RFC 9068 §4 - Validating JWT Access Tokens](https://www.rfc-editor.org/rfc/rfc9068.html#section-4) */
const admitted =
  (desk: Desk, answer: (notes: NoteTexts, request: HttpRequest) => HttpResponse): Answer =>
  async (request, visit) => {
    const { settings, at, notes } = desk
    const authorization = header(request.headers, 'Authorization')
    const token = tokenIn(authorization)
    const decoded = token === undefined ? undefined : decodeToken(token)
    const facts = {
      tokenInQuery: parameter(queryOf(request.url), 'access_token') !== undefined,
      authorization,
      token,
      decoded,
      algorithms: ALGORITHMS,
      issuer: settings.issuer,
      resource: settings.origin,
      now: at.clock.now(),
      keys: () => publishedKeys(desk, 'downstream-api'),
    }
    const refusal = await inspect(downstreamChecks, facts, at, visit.found)
    if (refusal) return turnedAway(refusal.reason === 'token-missing')
    const account = decoded?.claims.sub ?? ''
    const mine = notes.get(account) ?? new Map<string, string>()
    notes.set(account, mine)
    return answer(mine, request)
  }

const turnedAway = (silent: boolean): HttpResponse => {
  const problem = { error: 'invalid_token', error_description: errorDescriptions.invalid_token }
  const challenge = formatBearerChallenge(silent ? { realm: 'Archive' } : problem)
  return { status: 401, headers: [['WWW-Authenticate', challenge]], body: '' }
}

const nameIn = (url: string): string => {
  const [, , part = ''] = new URL(url).pathname.split('/')
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
