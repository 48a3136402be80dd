import { expect, test } from 'vitest'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { header } from '../../engine/wire/headers.ts'
import { connectTo, openLab, readNote, requestsIn } from './connect-lab.ts'
import { NOTE } from './lab.ts'

/** A list of tools in which one asks for a header field, and another breaks the rules for that. */
const annotated = (body: string): string =>
  body
    .replace('"description":"Which note"', '"description":"Which note","x-mcp-header":"Note"')
    .replace('"description":"What it will say"', '"description":"","x-mcp-header":""')

test.each(revisions)(
  'MCP 2026-07-28 Custom Headers from Tool Parameters: what a client of %s makes of annotated tools',
  async (revision) => {
    const lab = openLab({ revision })
    const inside = inPageNetwork(lab.handlers)
    const connection = await connectTo(lab, {
      network: {
        send: async (request, id) => {
          const response = await inside.send(request, id)
          return response && { ...response, body: annotated(response.body) }
        },
      },
      errands: [readNote],
    })
    const mirrors = has(revision, 'stateless')
    expect(connection.ending.ending).toBe('completed')
    expect(connection.tools).toEqual(mirrors ? ['read_note'] : ['read_note', 'write_note'])
    const call = requestsIn(connection).findLast(({ body }) => body?.includes('tools/call'))
    expect(header(call?.headers ?? [], 'Mcp-Param-Note')).toBe(mirrors ? NOTE.name : undefined)
  },
)
