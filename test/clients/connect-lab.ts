import { connectClient, type ConnectOptions, type Connection } from '../../engine/connect.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import type { Network } from '../../engine/network/network.ts'
import type { HttpRequest } from '../../engine/wire/message.ts'
import { registrationsIn } from '../../engine/registration.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { DOCUMENT_URL, NOTE, openLab, REDIRECT_URI, type Lab } from './lab.ts'

/** Every revision with every registration that it knows. Nothing is left out. */
export const combinations = revisions.flatMap((revision) =>
  registrationsIn(revision).map(
    (registration) => [`${revision}, ${registration}`, { revision, registration }] as const,
  ),
)

export const readNote = { call: 'read_note', arguments: { name: NOTE.name } } as const
export const writeNote = { call: 'write_note', arguments: { name: 'new', text: 'New.' } } as const

/** The client's registration as `connectClient` is given it. */
export const registrationIn = ({ known, issuer, registration }: Lab) =>
  known
    ? { preRegistered: known, issuer }
    : registration === 'metadata-document'
      ? { documentUrl: DOCUMENT_URL }
      : 'dynamic'

/** Sets the lab's own client on the lab's own servers, or on what stands between. */
export const connectTo = (
  lab: Lab,
  options: Partial<ConnectOptions> & { readonly network?: Network } = {},
): Promise<Connection> =>
  connectClient({
    serverUrl: lab.resource,
    network: inPageNetwork(lab.handlers),
    openBrowser: async (url) => (await lab.browse(new URL(url), REDIRECT_URI)).href,
    revision: lab.revision,
    registration: registrationIn(lab),
    redirectUri: REDIRECT_URI,
    errands: [readNote],
    clock: lab.clock,
    ...options,
  })

export { openLab, type Lab }

/** The requests in a log and how they were answered: `POST https://notes.example/mcp 401`, or `nothing` for no answer. */
export const exchangesIn = ({ log }: Pick<Connection, 'log'>): string[] =>
  log.flatMap((message, at) => {
    if (message.kind !== 'request' || message.channel !== 'back') return []
    const answer = log
      .slice(at + 1)
      .find((one) => one.kind === 'response' && one.channel === 'back')
    const next = log.slice(at + 1).find((one) => one.kind === 'request' && one.channel === 'back')
    const came = answer?.kind === 'response' && (!next || answer.id < next.id)
    const { method, url } = message.request
    return [`${method} ${url} ${came ? answer.response.status : 'nothing'}`]
  })

/** Every request in a log, whoever sent it. */
export const requestsIn = ({ log }: Pick<Connection, 'log'>): HttpRequest[] =>
  log.flatMap((one) => (one.kind === 'request' ? [one.request] : []))

/** How often a message of this name stands in a log. */
export const timesOf = ({ log }: Pick<Connection, 'log'>, name: string): number =>
  log.filter((one) => one.name === name).length
