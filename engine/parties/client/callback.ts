import { authorizationResponseChecks } from '../../checks/authorization-response.ts'
import type { Duties } from '../../checks/check.ts'
import type { Route, Visit } from '../../network/server.ts'
import { parameter, queryOf } from '../../oauth/parameters.ts'
import type { HttpRequest, HttpResponse } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import type { Callback, CallbackAnswer, Expected } from './settings.ts'

/**
 * The client's ear: a tiny web server on the user's own machine. Answers that belong to no request are thrown away.
 * @see [RFC 8252 §7.3 - Loopback Interface Redirection](https://www.rfc-editor.org/rfc/rfc8252.html#section-7.3)
 */
export const createCallback = (
  path: string,
  duties: Duties,
): { readonly callback: Callback; readonly route: Route } => {
  let expected: Expected | undefined
  let answer: CallbackAnswer | undefined

  const receive = async (request: HttpRequest, visit: Visit): Promise<HttpResponse> => {
    const parameters = queryOf(request.url)
    // A client that sends no state has nothing to compare with, and takes whatever comes.
    const state = expected?.state ?? (expected ? parameter(parameters, 'state') : undefined)
    const mine = {
      ...duties,
      forgotten: new Set([
        ...duties.forgotten,
        ...(expected && expected.state === undefined ? ['client/state-matches'] : []),
        // Who does not compare the two names at all does not compare them exactly either.
        ...(duties.forgotten.has('client/iss-matches') ? ['client/iss-compared-exactly'] : []),
      ]),
    }
    const refusal = await inspect(
      authorizationResponseChecks,
      {
        parameters,
        state,
        issuer: expected?.issuer,
        issuerNamesItself: expected?.issuerNamesItself ?? false,
      },
      mine,
      visit.found,
    )
    if (refusal || !expected)
      return page(400, 'This answer belongs to no request of this application.')
    const code = parameter(parameters, 'code')
    answer =
      code === undefined
        ? {
            error: parameter(parameters, 'error') ?? 'no error named',
          }
        : { code }
    expected = undefined
    return page(200, 'You can close this window and go back to your application.')
  }

  return {
    callback: {
      expect: (request) => {
        expected = request
        answer = undefined
      },
      take: () => {
        expected = undefined
        return answer
      },
    },
    route: { path, methods: { GET: receive } },
  }
}

const page = (status: number, sentence: string): HttpResponse => ({
  status,
  headers: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    ['Referrer-Policy', 'no-referrer'],
  ],
  body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Back to the application</title></head>
<body><main><h1>Back to the application</h1><p>${sentence}</p></main></body>
</html>
`,
})
