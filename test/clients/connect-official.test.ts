import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import { parseScope } from '../../engine/oauth/scope.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import {
  combinations,
  connectTo,
  exchangesIn,
  openLab,
  readNote,
  writeNote,
} from './connect-lab.ts'
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
describe.each(combinations)(
  'connectClient against @modelcontextprotocol/server 2.x, MCP %s',
  (_, at) => {
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
      expect(parseScope(tokens?.scope).includes('notes:write')).toBe(stepsUp)
    })
  },
)

/**
 * The SDK names its resource by `URL.href`, which has a slash where the MCP endpoint is the root of its origin. That is the URL
 * a client asked that was given it so; one that was given it without the slash sees another name, and stays with the letter.
 */
describe.each(revisions.filter((one) => has(one, 'resource-metadata')))(
  'connectClient against @modelcontextprotocol/server 2.x at the root of its origin, MCP %s',
  (revision) => {
    const connectAt = async (serverUrl: string) => {
      const origins = { issuer: 'https://auth.example', resource: 'https://notes.example/' }
      lab = openLab({ revision, origins })
      showTime()
      return connectTo(lab, { network: fetchNetwork(await officialServer(lab)), serverUrl })
    }

    test('RFC 9728 §3.3 accepts metadata that names the URL it asked, slash and all', async () => {
      const { ending } = await connectAt('https://notes.example/')
      expect(ending).toMatchObject({ ending: 'completed', result: NOTE.text })
    })

    test('RFC 9728 §6 adds no slash to compare', async () => {
      const { ending } = await connectAt('https://notes.example')
      expect(ending).toMatchObject({ ending: 'refused', by: 'client/resource-matches' })
    })
  },
)
