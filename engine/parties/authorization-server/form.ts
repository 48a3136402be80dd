import { formChecks } from '../../checks/interaction.ts'
import type { Visit } from '../../network/server.ts'
import { parameter, parseForm } from '../../oauth/parameters.ts'
import { mediaType } from '../../wire/headers.ts'
import type { HttpRequest } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { sessionOf } from './session.ts'
import type { Desk } from './settings.ts'
import type { Interaction } from './store.ts'

/** What a form carries so that it can be recognised. */
export const fieldsOf = ({ id, csrfToken }: Interaction): Record<string, string> => ({
  interaction: id,
  csrf_token: csrfToken,
})

/** The interaction a form belongs to, once the form has proved to be ours. */
export const readForm = async (desk: Desk, request: HttpRequest, visit: Visit) => {
  const { store, at } = desk
  const form = parseForm(
    mediaType(request.headers) === 'application/x-www-form-urlencoded' ? (request.body ?? '') : '',
  )
  const interaction = store.interactions.get(parameter(form, 'interaction') ?? '')
  const facts = {
    session: interaction?.session,
    cookie: sessionOf(desk, request),
    csrfToken: interaction?.csrfToken,
    receivedCsrfToken: parameter(form, 'csrf_token'),
  }
  const refusal = await inspect(formChecks, facts, at, visit.found)
  return { form, interaction: refusal ? undefined : interaction }
}
