import { levelIn } from '../spec/differences.ts'
import { checkWithId, whoMakes } from '../checks/index.ts'
import { registrationsIn } from '../registration.ts'
import type { Revision } from '../spec/revisions.ts'
import { OWNER } from '../world.ts'
import type { Flags } from './flags.ts'
import type { OpenLab } from './lab.ts'
import type { Paint } from './paint.ts'

/** What is printed once the servers listen: all that somebody needs who points a client at them. */
export const banner = (flags: Flags, { origins, client }: OpenLab, paint: Paint): string => {
  const { revision, registration, forget, allowedOrigins, log } = flags
  const rows: [name: string, value: string][] = [
    ['MCP server', `${paint('bold', origins.resource)}  (paste this into a client)`],
    ['authorization server', origins.issuer],
    ['to sign in', `${OWNER.username}, with the password ${OWNER.password}`],
    ['registration', registration ?? everyWay(revision)],
    ...(client
      ? ([
          ['client_id', client.client_id],
          ...(client.client_secret === undefined
            ? []
            : ([['client_secret', client.client_secret]] as const)),
          ['redirect URIs', `${client.redirect_uris?.join(', ')} (on this machine any port)`],
        ] as [string, string][])
      : []),
    ...(allowedOrigins.length > 0
      ? ([['pages that may call', allowedOrigins.join(', ')]] as [string, string][])
      : []),
    ...(log === undefined ? [] : ([['log', log]] as [string, string][])),
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return [
    '',
    `Handshake Lab speaks MCP ${revision} on this machine, and to nobody else.`,
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '',
    ...forgottenText(forget, revision, paint),
    'Ctrl-C ends it.',
    '',
    '',
  ].join('\n')
}

const everyWay = (revision: Revision): string =>
  registrationsIn(revision)
    .filter((way) => way === 'metadata-document' || way === 'dynamic')
    .join(' or ')

const forgottenText = (forget: readonly string[], revision: Revision, paint: Paint): string[] => {
  if (forget.length === 0) return []
  const rows = forget.map((id) => {
    const row = checkWithId(id)
    const level = row && levelIn(row, revision)
    return `  ${paint('yellow', '!')} ${id}${level && level !== 'none' ? ` (${level})` : ''}: ${whoMakes(id)} does not make sure of this: ${row?.says}`
  })
  return ['Forgotten, so these servers are not safe:', ...rows, '']
}
