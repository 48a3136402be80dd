import { DONE, type Company, type Outcome } from './company.ts'
import type { Act } from './contract.ts'
import { held } from './held.ts'

/** Writes a note at the third-party API with the last access token that the attacker learned, past the MCP server. */
export const writeAtApi = async (
  { note, text }: Extract<Act, { does: 'write-at-api' }>,
  company: Company,
): Promise<Outcome> => {
  const { at, api } = company
  const token = held(company, 'access token')
  if (token === undefined) return { kind: 'lacks', what: 'access token' }
  if (api === undefined) throw new Error('there is no third-party API in this world')
  const reply = await at.line.exchange({
    from: 'attacker',
    to: 'downstream-api',
    channel: 'back',
    name: 'api-request',
    answer: 'api-response',
    request: {
      method: 'PUT',
      url: `${api}/notes/${encodeURIComponent(note)}`,
      headers: [
        ['Host', new URL(api).host],
        ['Accept', 'application/json'],
        ['Authorization', `Bearer ${token}`],
        ['Content-Type', 'application/json'],
      ],
      body: JSON.stringify({ text }),
    },
  })
  return reply?.response.status === 204 ? DONE : { kind: 'refused' }
}
