import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import { has } from '../../engine/spec/differences.ts'
import { combinations, connectTo, exchangesIn, openLab, readNote, writeNote } from './connect-lab.ts'
import { NOTE, type Lab } from './lab.ts'
import { officialServer } from './official-server.ts'

let lab: Lab

// The SDK reads the machine's clock: it is shown the lab's, also when the client lets time pass.
const showTime = () => {
  const { advance, now } = lab.clock
  vi.setSystemTime(now() * 1000)
  lab.clock.advance = (seconds) => {
    advance(seconds)
    vi.setSystemTime(now() * 1000)
  }
}

afterEach(() => void vi.useRealTimers())

/** The lab's client and authorization server, with an MCP server between them that nobody here wrote. */
describe.each(combinations)('connectClient against @modelcontextprotocol/server 2.x, MCP %s', (_, at) => {
  const { revision } = at
  let network: ReturnType<typeof fetchNetwork>
  beforeEach(async () => {
    lab = openLab(at)
    showTime()
    network = fetchNetwork(await officialServer(lab))
  })

  test('Authorization Flow Steps: ends completed, with the tools and the note', async () => {
    const { ending, tools, results } = await connectTo(lab, { network })
    expect(ending).toMatchObject({ ending: 'completed', result: NOTE.text })
    expect(tools).toEqual(['read_note', 'write_note'])
    expect(results).toEqual([NOTE.text])
  })

  test('refreshes when the server says that the token has expired', async () => {
    const errands = [readNote, { wait: 901 }, readNote]
    const connection = await connectTo(lab, { network, errands })
    expect(connection.ending.ending).toBe('completed')
    expect(connection.results).toEqual([NOTE.text, NOTE.text])
    expect(exchangesIn(connection).slice(-3)).toEqual([
      `POST ${lab.resource} 401`,
      `POST ${lab.issuer}/token 200`,
      `POST ${lab.resource} 200`,
    ])
  })

  test('asks for more scope when the server wants more', async () => {
    const errands = [readNote, writeNote]
    const { ending, results, tokens } = await connectTo(lab, { network, errands })
    const stepsUp = has(revision, 'step-up')
    expect(ending.ending).toBe(stepsUp ? 'completed' : 'refused')
    expect(results).toEqual([NOTE.text, ...(stepsUp ? ['Written.'] : [])])
    if (stepsUp) expect(tokens?.scope?.split(' ')).toContain('notes:write')
  })
})

/** The SDK names its resource by `URL.href`, which has a slash where the MCP endpoint is the root of its origin. */
describe.each(['2025-06-18', '2025-11-25', '2026-07-28'] as const)(
  'connectClient against @modelcontextprotocol/server 2.x at the root of its origin, MCP %s',
  (revision) => {
    test.each(['https://notes.example/', 'https://notes.example'])(
      'RFC 9728 §3.3 at %s: the metadata names the URL that was asked',
      async (serverUrl) => {
        lab = openLab({
          revision,
          origins: { issuer: 'https://auth.example', resource: 'https://notes.example/' },
        })
        showTime()
        const network = fetchNetwork(await officialServer(lab))
        const { ending } = await connectTo(lab, { network, serverUrl })
        expect(ending).toMatchObject({ ending: 'completed', result: NOTE.text })
      },
    )
  },
)
