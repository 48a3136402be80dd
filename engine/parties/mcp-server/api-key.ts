import { apiKeyChecks, apiKeyDeeds, environmentChecks } from '../../checks/api-key.ts'
import type { Visit } from '../../network/server.ts'
import { header } from '../../wire/headers.ts'
import type { HeaderList, HttpRequest } from '../../wire/message.ts'
import { deeds, inspect } from '../party.ts'
import type { Admission } from './caller.ts'
import type { ApiKey, Desk } from './settings.ts'

// The header field an API key comes in.
const API_KEY_HEADER = 'X-API-Key'

/** The variable of the environment an API key stands in, where the server is a program on the owner's machine. */
export const API_KEY_VARIABLE = 'NOTES_API_KEY'

/** The API key in a request, where this server takes keys at all. */
export const apiKeyIn = ({ settings }: Desk, { headers }: HttpRequest): string | undefined =>
  Object.keys(settings.apiKeys).length === 0 ? undefined : header(headers, API_KEY_HEADER)

/** Looks at the API key of a request, and says in the answer until when keys are taken. */
export const admitApiKey = async (
  desk: Desk,
  key: string,
  request: HttpRequest,
  visit: Visit,
): Promise<Admission> => {
  const known = keyNamed(desk, key)
  // Unsafe: of two credentials the one nobody looks at may be another account's.
  const alsoToken = header(request.headers, 'Authorization') !== undefined
  const facts = { ...factsAbout(desk, known), alsoToken }
  const refusal = await inspect(apiKeyChecks, facts, desk.at, visit.found)
  return refusal ? { refusal } : admitted(desk, known, announcement(desk, visit))
}

/** Looks at the API key that a program was started with. */
export const admitEnvironment = async (
  desk: Desk,
  environment: Readonly<Record<string, string>>,
  visit: Visit,
): Promise<Admission> => {
  const given = Object.hasOwn(environment, API_KEY_VARIABLE) ? environment[API_KEY_VARIABLE] : ''
  const known = keyNamed(desk, given ?? '')
  const facts = { ...factsAbout(desk, known), alsoToken: false }
  const refusal = await inspect(environmentChecks, facts, desk.at, visit.found)
  return refusal ? { refusal } : admitted(desk, known, [])
}

const keyNamed = ({ settings }: Desk, key: string): ApiKey | undefined =>
  Object.hasOwn(settings.apiKeys, key) ? settings.apiKeys[key] : undefined

const factsAbout = ({ settings, at }: Desk, known: ApiKey | undefined) => ({
  account: known?.account,
  until: settings.apiKeysUntil,
  now: at.clock.now(),
})

const admitted = (
  { settings }: Desk,
  known: ApiKey | undefined,
  headers: HeaderList,
): Admission => {
  // Unsafe: whoever sends anything at all under the name of a key is taken for the first one who has a key, as with a token
  // that nobody verifies (`forged-token`).
  const { account, scope = [] } = known ?? Object.values(settings.apiKeys)[0] ?? {}
  return { caller: { account, client: 'API key', scope }, headers }
}

/**
 * Says when keys are no longer recommended, and when they end.
 * @see [RFC 8594 §3 - The Sunset HTTP Response Header Field](https://www.rfc-editor.org/rfc/rfc8594.html#section-3)
 * @see [RFC 9745 §2 - The Deprecation HTTP Response Header Field](https://www.rfc-editor.org/rfc/rfc9745.html#section-2)
 */
const announcement = ({ settings, at }: Desk, visit: Visit): HeaderList => {
  const { apiKeysUntil: until, apiKeysDeprecated: deprecated } = settings
  // Unsafe: who is not told keeps the old key, in a file that everybody can copy (`stolen-bearer`), until it stops working.
  const silent = at.forgotten.has(apiKeyDeeds.announced.id)
  // A Sunset SHOULD lie in the future; keys taken after their end are nothing to announce.
  const sunset = until !== undefined && at.clock.now() < until ? httpDate(until) : undefined
  if (sunset !== undefined)
    visit.did(deeds(at, [apiKeyDeeds.announced, silent ? undefined : sunset]))
  return silent
    ? []
    : [
        ...(deprecated === undefined ? [] : ([['Deprecation', `@${deprecated}`]] as const)),
        ...(sunset === undefined ? [] : ([['Sunset', sunset]] as const)),
      ]
}

const httpDate = (second: number): string => new Date(second * 1000).toUTCString()
