import type { HttpRequest, HttpResponse } from '../wire/message.ts'

/** Carries one request to whoever answers at its origin. */
export interface Network {
  /** The answer, or undefined when nothing listens there. `id` is the request's number in the log. */
  send(request: HttpRequest, id?: number): Promise<HttpResponse | undefined>
}
