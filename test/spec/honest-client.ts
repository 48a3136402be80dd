import { challengeOf } from '../../engine/oauth/pkce.ts'
import type { HeaderList } from '../../engine/wire/message.ts'

/** Parameters to send: a list repeats the name, undefined leaves it out. */
export type Sent = Readonly<Record<string, string | readonly string[] | undefined>>

export const CALLBACK = 'http://127.0.0.1:50000/callback'
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

/** Form parameters as text. */
export const form = (parameters: Sent): string => {
  const text = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    for (const one of value === undefined ? [] : [value].flat()) text.append(name, one)
  return text.toString()
}

/** What an honest client posts to register, but for a difference. */
export const registrationOf = (difference: object) => ({
  headers: [['Content-Type', 'application/json']] satisfies HeaderList,
  body: JSON.stringify({
    client_name: 'Quill',
    redirect_uris: [CALLBACK],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    ...difference,
  }),
})

/** The query of an honest authorization request, but for a difference. */
export const authorizationOf = async (resource: string, difference: Sent): Promise<string> =>
  form({
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'notes:read',
    state: 'af0ifjsldkj',
    code_challenge: await challengeOf(VERIFIER),
    code_challenge_method: 'S256',
    resource,
    ...difference,
  })

/** The cookie that an answer set, as the browser sends it back. */
export const cookieOf = (answer: { header(name: string): string | undefined }): HeaderList => {
  const set = answer.header('Set-Cookie')
  return set === undefined ? [] : [['Cookie', set.split(';', 1)[0]!]]
}
