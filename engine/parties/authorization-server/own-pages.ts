import { interactionDeeds } from '../../checks/interaction.ts'
import type { Visit } from '../../network/server.ts'
import type { HeaderList, HttpResponse } from '../../wire/message.ts'
import { deeds } from '../party.ts'
import { errorPage, html, UNFRAMED } from './pages.ts'
import type { Desk } from './settings.ts'

/** A page of this server as an answer, closed to frames, with the record of having closed it. */
export const pageOf = (
  { at }: Desk,
  visit: Visit,
  status: number,
  body: string,
  headers: HeaderList = [],
): HttpResponse => {
  const framing: HeaderList = at.forgotten.has(interactionDeeds.notFramed.id) ? [] : UNFRAMED
  const sent = framing.find(([name]) => name === 'Content-Security-Policy')?.[1]
  visit.did(deeds(at, [interactionDeeds.notFramed, sent]))
  return html(status, body, [...framing, ...headers])
}

/** Says that nothing can be done any more with what the browser brought. */
export const closed = (desk: Desk, visit: Visit, status = 400): HttpResponse =>
  pageOf(
    desk,
    visit,
    status,
    errorPage('This form is no longer valid here. Begin again in your application.'),
  )
