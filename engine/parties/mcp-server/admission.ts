import { originChecks } from '../../checks/bearer.ts'
import type { Visit } from '../../network/server.ts'
import { header } from '../../wire/headers.ts'
import type { HttpRequest } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { admitApiKey, apiKeyIn } from './api-key.ts'
import { admitBearer } from './bearer.ts'
import type { Admission } from './caller.ts'
import type { Desk } from './settings.ts'

/** Looks at where a request comes from, and then at its credential: an API key, where this server takes them and one came, or else a token. */
export const admit = async (desk: Desk, request: HttpRequest, visit: Visit): Promise<Admission> => {
  const { settings, at } = desk
  const origin = {
    origin: header(request.headers, 'Origin'),
    allowedOrigins: settings.allowedOrigins,
  }
  const refusal = await inspect(originChecks, origin, at, visit.found)
  if (refusal) return { refusal }
  const key = apiKeyIn(desk, request)
  return key === undefined
    ? admitBearer(desk, request, visit)
    : admitApiKey(desk, key, request, visit)
}
