import { describe, expect, test } from 'vitest'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { connectTo, openLab } from './connect-lab.ts'
import { NOTE } from './lab.ts'
import { answers, asking, connectThrough, field, only, withToken, type Trap } from './traps.ts'

/** An answer as a stream of events; `around` writes the event that holds the JSON-RPC response. */
const streamed = (around: (json: string) => string): Trap => ({
  answered: (answer) =>
    answer.status === 200 && answer.body !== ''
      ? {
          ...answer,
          headers: field('Content-Type', 'text/event-stream').answered!(answer, {} as never)!
            .headers,
          body: around(answer.body),
        }
      : answer,
})

const PROGRESS =
  '{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":1,"progress":1}}'
const ASKING = '{"jsonrpc":"2.0","id":"s1","method":"ping"}'
const data = (json: string) => `data: ${json}\n\n`
const pretty = (json: string) => JSON.stringify(JSON.parse(json), null, 2).split('\n')

const streams: readonly [title: string, around: (json: string) => string][] = [
  ['one event', data],
  ['with CRLF', (json) => `data: ${json}\r\n\r\n`],
  ['with CR', (json) => `data: ${json}\r\r`],
  ['with one kind of line end and another', (json) => `data: ${json}\n\r\n`],
  ['with no space after the colon', (json) => `data:${json}\n\n`],
  ['with a byte order mark', (json) => `\uFEFF${data(json)}`],
  ['with comments before and behind', (json) => `: hello\n\n${data(json)}:\r\n\r\n`],
  [
    'with a comment inside the event',
    (json) => `event: message\n: keep-alive\nid: 7\ndata: ${json}\n\n`,
  ],
  [
    'after an empty event that primes the client',
    (json) => `id: 1\nretry: 500\ndata: \n\n${data(json)}`,
  ],
  ['after notifications', (json) => data(PROGRESS) + data(PROGRESS) + data(json)],
  ['after a request of the server', (json) => data(ASKING) + data(json)],
  ['before a notification', (json) => data(json) + data(PROGRESS)],
  [
    'over several lines',
    (json) =>
      `${pretty(json)
        .map((line) => `data: ${line}\n`)
        .join('')}\n`,
  ],
  ['before an event that was cut off', (json) => `${data(json)}data: {"jsonrpc"`],
  ['after an event that is no JSON', (json) => `data: hello\n\n${data(json)}`],
]

describe.each(revisions)(
  'MCP Sending Messages to the Server, answers as events, MCP %s',
  (revision) => {
    test.each(streams)('%s', async (_, around) => {
      const { ending } = await connectThrough({ revision }, [only(withToken, streamed(around))])
      expect(ending).toMatchObject({ ending: 'completed', result: NOTE.text })
    })

    test('an open stream is not waited for, once the answer is there', async () => {
      const lab = openLab({ revision })
      const network = fetchNetwork(
        async (input, init) => {
          const response = await lab.fetch(String(input), init)
          if (String(input) !== lab.resource || response.status !== 200) return response
          const text = data(await response.text())
          const body = new ReadableStream({
            start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
          })
          const headers = new Headers(response.headers)
          headers.set('content-type', 'text/event-stream')
          return new Response(body, { headers })
        },
        { timeout: 20_000 },
      )
      const { ending } = await connectTo(lab, { network })
      expect(ending).toMatchObject({ ending: 'completed', result: NOTE.text })
    })

    test.each<[string, string]>([
      ['closes without an answer', ': bye\n\n'],
      ['answers nothing at all', ''],
      ['sends only notifications', data(PROGRESS)],
    ])('a stream that %s is no answer', async (_, body) => {
      const trap = only(
        asking('tools/call'),
        answers(200, body, [['Content-Type', 'text/event-stream']]),
      )
      const { ending } = await connectThrough({ revision }, [trap])
      expect(ending.ending).toBe('refused')
      expect(ending.client).toMatch(/^The MCP server refused the request/)
    })

    // "MCP implementations MAY support sending JSON-RPC batches, but MUST support receiving" them; later ones know no batch.
    test.each<[string, Trap]>([
      ['as JSON', { answered: (answer) => ({ ...answer, body: `[${answer.body}]` }) }],
      ['as an event', streamed((json) => data(`[${PROGRESS},${json}]`))],
    ])('an answer in a batch, %s', async (_, trap) => {
      const { ending } = await connectThrough({ revision }, [only(asking('tools/call'), trap)])
      expect(ending.ending).toBe(has(revision, 'batches') ? 'completed' : 'refused')
    })
  },
)
