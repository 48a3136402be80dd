import { registrations, type Registration } from '../registration.ts'
import { revisions, type Revision } from '../spec/revisions.ts'
import {
  FlagProblem,
  isByHand,
  readCheck,
  readOrigin,
  readPort,
  readRedirectUri,
  readRegistration,
  readRevision,
} from './flag-values.ts'
import { nearTo } from './near.ts'

/** What the command line asks for. */
export interface Flags {
  readonly revision: Revision
  /** The one way in which clients can come by their id; undefined: every way that the revision knows. */
  readonly registration: Registration | undefined
  /** Where the first server listens, and no other place will do; undefined: wherever there is room. */
  readonly port: number | undefined
  readonly forget: readonly string[]
  readonly log: string | undefined
  readonly allowedOrigins: readonly string[]
  readonly redirectUris: readonly string[]
  readonly quiet: boolean
  readonly help: boolean
}

/** A flag: what stands after it, if anything, and what it is for. */
interface Flag {
  readonly value?: string
  readonly says: string
}

/** The revision that most clients speak today. */
const USUAL_REVISION: Revision = '2025-11-25'

const flags = {
  revision: {
    value: 'DATE',
    says: `the revision of MCP: ${revisions.join(', ')}; if not given, ${USUAL_REVISION}`,
  },
  registration: {
    value: 'WAY',
    says: `the one way to a client_id that is open: ${registrations.join(', ')}; if not given, the last two`,
  },
  'redirect-uri': {
    value: 'URI',
    says: 'where the client registered beforehand waits for its answer; if not given, at /callback or /oauth/callback on this machine; may be repeated',
  },
  port: {
    value: 'NUMBER',
    says: 'where the first server listens, the second one further; if not given, 9400 and 9401, or the next that are free',
  },
  forget: { value: 'CHECK,CHECK', says: 'checks that the servers do not make; may be repeated' },
  'allow-origin': {
    value: 'ORIGIN',
    says: 'an origin whose pages may call the servers from a browser; may be repeated',
  },
  log: { value: 'FILE', says: 'writes each exchange to this file too, one line of JSON each' },
  quiet: { says: 'does not show the exchanges' },
  help: { says: 'shows this' },
} as const satisfies Readonly<Record<string, Flag>>
type FlagName = keyof typeof flags

const byName = new Map<string, Flag>(Object.entries(flags))

/** What `--help` prints. */
export const helpText = (): string => {
  const rows = [...byName].map(([name, { value, says }]) => [
    `--${name}${value ? ` ${value}` : ''}`,
    says,
  ])
  const width = Math.max(...rows.map(([flag]) => flag!.length))
  return [
    'usage: npm run serve -- [FLAGS]',
    '',
    'Opens the lab’s authorization server and MCP server to the programs of this machine.',
    '',
    ...rows.map(([flag, says]) => `  ${flag!.padEnd(width)}  ${says}`),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

/** Reads a command line; answers what is wrong with it, in one sentence, where something is. */
export const readFlags = (
  args: readonly string[],
): { readonly flags: Flags } | { readonly problem: string } => {
  try {
    return { flags: understood(taken(args)) }
  } catch (error) {
    if (error instanceof FlagProblem) return { problem: error.message }
    throw error
  }
}

type Taken = ReadonlyMap<FlagName, readonly string[]>

const taken = (args: readonly string[]): Taken => {
  const values = new Map<FlagName, string[]>()
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, attached] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? []
    if (name === undefined)
      throw new FlagProblem(`“${word}” is no flag: flags begin with --, as in --revision.`)
    const flag = byName.get(name)
    if (!flag) throw new FlagProblem(`There is no flag --${name}. ${meant(name)}`)
    if (!flag.value && attached !== undefined)
      throw new FlagProblem(`--${name} takes no value, and was given “${attached}”.`)
    const value = flag.value ? (attached ?? rest.shift()) : ''
    if (value === undefined || (flag.value && (value === '' || value.startsWith('--'))))
      throw new FlagProblem(`--${name} needs a value: --${name} ${flag.value}.`)
    const known = name as FlagName
    values.set(known, [...(values.get(known) ?? []), value])
  }
  return values
}

const meant = (name: string) => {
  const [near] = nearTo(name, [...byName.keys()])
  const all = [...byName.keys()].map((one) => `--${one}`).join(', ')
  return near ? `Did you mean --${near}?` : `There are ${all}.`
}

const understood = (values: Taken): Flags => {
  const one = (name: FlagName): string | undefined => {
    const [value, ...more] = values.get(name) ?? []
    if (more.length > 0) throw new FlagProblem(`--${name} is given ${more.length + 1} times.`)
    return value
  }
  const revision = readRevision(one('revision') ?? USUAL_REVISION)
  const registration = readRegistration(one('registration'), revision)
  const redirectUris = (values.get('redirect-uri') ?? []).map(readRedirectUri)
  if (redirectUris.length > 0 && !isByHand(registration))
    throw new FlagProblem(
      '--redirect-uri is for a client registered beforehand: it goes with --registration pre-registered, client-secret-basic or client-secret-post.',
    )
  return {
    revision,
    registration,
    redirectUris,
    port: readPort(one('port')),
    forget: (values.get('forget') ?? [])
      .flatMap((list) => list.split(','))
      .map((id) => readCheck(id.trim(), revision)),
    allowedOrigins: (values.get('allow-origin') ?? []).map(readOrigin),
    log: one('log'),
    quiet: values.has('quiet'),
    help: values.has('help'),
  }
}
