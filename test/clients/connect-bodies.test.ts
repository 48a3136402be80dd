import { describe, expect, test } from 'vitest'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import { connectTo, openLab } from './connect-lab.ts'
import { endpoints, endpointsIn } from './traps.ts'

/** What the body that never ends has given so far, in characters. */
let given = 0

/** Bodies that nobody can wait for, or keep. */
const bodies: readonly [title: string, body: () => ReadableStream | string][] = [
  ['one of three million characters', () => `{"a":"${'x'.repeat(3_000_000)}"}`],
  [
    'one that never ends',
    () =>
      new ReadableStream({
        pull: (controller) => {
          given += 10_000
          controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)))
        },
      }),
  ],
  ['one that never begins', () => new ReadableStream({})],
  [
    'one that breaks off',
    () =>
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('{"issuer":'))
          controller.error(new Error('reset'))
        },
      }),
  ],
]

// The network knows nothing of revisions: the two that ask for the most different things stand for all.
const ends = ['2025-03-26', '2026-07-28'] as const

describe.each(ends)('fetchNetwork, bodies that nobody can wait for, MCP %s', (revision) => {
  const rows = endpointsIn(revision).flatMap((where) =>
    bodies.map(([title, body]) => [`${where}: ${title}`, where, body] as const),
  )
  test.each(rows)('%s', async (_, where, body) => {
    given = 0
    const lab = openLab({ revision })
    const network = fetchNetwork(
      async (input, init) => {
        const { signal, headers = {}, ...rest } = init ?? {}
        const request = {
          url: String(input),
          method: init?.method ?? 'GET',
          headers: [...new Headers(headers)],
          body: String(init?.body ?? ''),
        }
        if (!endpoints[where](request)) return lab.fetch(String(input), { headers, ...rest })
        const answer = body()
        const answered = new Response(answer, {
          status: where === 'the registration' ? 201 : 200,
          headers: { 'content-type': 'application/json' },
        })
        // As a platform has it: what is given up ends the body too.
        return typeof answer === 'string' ? answered : withSignal(answered, signal)
      },
      { timeout: 300 },
    )
    const { ending } = await connectTo(lab, { network })
    expect(ending.ending).toBe('refused')
    expect(ending.client).toMatch(/^(The client stopped|The MCP server refused|No answer came)/)
    // Of a body that is too long no more is read than the limit, and what was on its way.
    expect(given).toBeLessThan(1_100_000)
  })
})

/** A response whose body fails when the request is given up. */
const withSignal = (response: Response, signal: AbortSignal | null | undefined): Response => {
  const { readable, writable } = new TransformStream()
  response.body?.pipeTo(writable, { ...(signal && { signal }) }).catch(() => {})
  return new Response(readable, response)
}
