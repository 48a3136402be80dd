import * as z from 'zod/mini'
import { downstreamDeeds } from '../../checks/downstream.ts'
import { readJson } from '../../oauth/json.ts'
import type { HeaderList, HttpResponse } from '../../wire/message.ts'
import { deeds, type Circumstances } from '../party.ts'
import type { Caller } from './caller.ts'
import { NO_SUCH_NOTE, type Notes } from './notes.ts'
import type { Downstream } from './settings.ts'

const note = z.looseObject({ text: z.string() })
const names = z.looseObject({ names: z.array(z.string()) })

/** Notes that a third-party API keeps: each act on them is a request there. */
export const notesDownstream = (
  downstream: Downstream,
  at: Circumstances,
  caller: Caller | undefined,
): Notes => {
  // What a client sent MUST NOT be passed on.
  // Unsafe: the API then takes whoever holds such a token for this server, and this server cannot say who it was (`token-passthrough`).
  const passesOn = at.forgotten.has(downstreamDeeds.ownToken.id)
  const tokenOf = () =>
    passesOn ? caller?.token : caller?.account && downstream.tokenFor(caller.account)

  const ask = async (
    method: string,
    path: string,
    content?: object,
  ): Promise<HttpResponse | undefined> => {
    const token = await tokenOf()
    const typed: HeaderList = content ? [['Content-Type', 'application/json']] : []
    const reply = await at.line.exchange({
      from: 'mcp-server',
      to: 'downstream-api',
      channel: 'back',
      name: 'api-request',
      answer: 'api-response',
      did: deeds(at, [
        downstreamDeeds.ownToken,
        passesOn || !token ? undefined : 'the token that the server was given upstream',
      ]),
      request: {
        method,
        url: `${downstream.origin}${path}`,
        headers: [
          ['Host', new URL(downstream.origin).host],
          ['Accept', 'application/json'],
          ...typed,
          ...(token ? ([['Authorization', `Bearer ${token}`]] as const) : []),
        ],
        ...(content && { body: JSON.stringify(content) }),
      },
    })
    return reply?.response
  }

  return {
    names: async () => {
      const reading = readJson(names, (await ask('GET', '/notes'))?.body ?? '')
      return 'value' in reading ? reading.value.names : []
    },
    read: async (name) => {
      const response = await ask('GET', pathOf(name))
      const reading = readJson(note, response?.status === 200 ? response.body : '')
      return 'value' in reading ? { text: reading.value.text } : { problem: problemIn(response) }
    },
    write: async (name, text) => {
      const response = await ask('PUT', pathOf(name), { text })
      return response?.status === 204 ? undefined : problemIn(response)
    },
  }
}

const pathOf = (name: string): string => `/notes/${encodeURIComponent(name)}`

const problemIn = (response: HttpResponse | undefined): string => {
  if (!response) return 'The archive does not answer.'
  return response.status === 404 ? NO_SUCH_NOTE : 'The archive refused this.'
}
