import { readFileSync } from 'node:fs'
import type { Attack, CheckId, EndingKind } from '../../engine/index.ts'
import { startRun, variantOf } from '../../engine/index.ts'
import type { ForeignClient } from '../../engine/foreign-client.ts'
import { PROOF_SEED, revisionsOf, tellingsOf } from '../../engine/proof.ts'
import type { Revision } from '../../engine/spec/revisions.ts'
import type { Kept } from './remembering-provider.ts'
import { client2, sdk1, type Connection, type Sdk } from './sdks.ts'

/** How often a host does what its SDK asks for before it gives up for reasons of its own. */
const PATIENCE = 8

/** A host that does what the SDK asks of it and nothing more: opens the browser, and hands over what comes back. */
const hostOf =
  (sdk: Sdk): ForeignClient =>
  async ({ serverUrl: resource, redirectUri, documentUrl, known, errands, fetch, browse }) => {
    const kept: Kept = {
      redirectUri,
      ...(documentUrl !== undefined && { documentUrl }),
      ...(known && { information: { ...known.registration, issuer: known.issuer } }),
    }
    const lab = { resource, fetch }
    const asking = async (
      connection: Connection,
      act: () => Promise<unknown>,
    ): Promise<boolean> => {
      try {
        await act()
        return true
      } catch (error) {
        if (!(error instanceof sdk.unauthorized) || !kept.opened) throw error
        const back = await browse(kept.opened.href)
        if (back === undefined) throw new Error('the browser did not come back', { cause: error })
        await connection.finishAuth(new URL(back))
        return false
      }
    }
    let connection = sdk.dial(lab, kept)
    for (let round = 0; round < PATIENCE; round += 1) {
      if (await asking(connection, () => connection.open())) break
      connection = sdk.dial(lab, kept)
    }
    const calls = errands.filter((errand) => 'call' in errand)
    for (const { call, arguments: given } of calls)
      for (let round = 0; round < PATIENCE; round += 1)
        if (await asking(connection, () => connection.call(call, given))) break
  }

/** A client that is set into the place of the lab’s own, and the revisions it speaks. */
export interface Outsider {
  readonly name: string
  readonly version: string
  readonly knows: readonly Revision[]
  readonly client: ForeignClient
}

const versionOf = (name: string): string => {
  const url = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return String((JSON.parse(readFileSync(url, 'utf8')) as { version: unknown }).version)
}

const outsider = (name: string, sdk: Sdk): Outsider => ({
  name,
  version: versionOf(name),
  knows: sdk.knows,
  client: hostOf(sdk),
})

/** Both generations of the official SDK. */
export const outsiders: readonly Outsider[] = [
  outsider('@modelcontextprotocol/sdk', sdk1),
  outsider('@modelcontextprotocol/client', client2('auto')),
]

/** Checks of a client that no SDK makes: they are its host’s, who opens browsers and keeps tokens. */
const OF_THE_HOST: readonly CheckId[] = [
  'client/system-browser',
  'client/opens-without-shell',
  'client/stores-in-vault',
]
const isClients = (id: CheckId): boolean => id.startsWith('client/') && !OF_THE_HOST.includes(id)

/** Whether a telling of an attack is on the client: something of its own would stop it, and it takes part once. */
const isOnClient = (attack: Attack, variant: string | undefined): boolean => {
  const told = variantOf(attack, variant).scenario as Attack
  const walks = told.acts.filter(({ who }) => who === 'client')
  return (
    told.stops.some(({ checks }) => checks.some(isClients)) &&
    walks.length > 0 &&
    walks.every(({ does }) => does === 'connect') &&
    told.world === undefined
  )
}

/** How an official client fared in an attack, while the servers of the owner forget nothing. */
export interface Fared {
  readonly scenario: string
  readonly variant?: string
  readonly client: string
  readonly version: string
  readonly revision: Revision
  readonly ending: EndingKind
  /** The check at which a server of the owner’s refused. */
  readonly decided?: string
  /** The client’s own words where it stopped. */
  readonly says?: string
  readonly messages: number
}

const inOneLine = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replace(/^ZodError: .*"message": "([^"]+)".*$/, 'ZodError: $1')
    .slice(0, 200)

/** Sets a client into an attack in the newest revision that both know; undefined where there is none. */
export const fare = async (
  attack: Attack,
  variant: string | undefined,
  { name, version, knows, client }: Outsider,
): Promise<Fared | undefined> => {
  const revision = revisionsOf(attack).findLast((one) => knows.includes(one))
  if (revision === undefined) return undefined
  const run = startRun({
    scenario: attack,
    variant,
    revision,
    forget: [],
    seed: PROOF_SEED,
    foreign: client,
  })
  const { ending, by, at = 0, client: says } = await run.finish()
  // What the client itself compares is in no log; what a server refused is.
  const broken = run.log[at - 1]?.findings.some(
    ({ check, verdict }) => check === by && verdict === 'broken',
  )
  return {
    scenario: attack.id,
    ...(variant !== undefined && { variant }),
    client: name,
    version,
    revision,
    ending,
    ...(broken && by !== undefined && { decided: by }),
    ...(says !== undefined && { says: inOneLine(says) }),
    messages: run.log.length,
  }
}

/** Every attack on a client, told every way, with both generations. */
export const fareAll = async (attacks: readonly Attack[]): Promise<readonly Fared[]> => {
  const all: Fared[] = []
  for (const attack of attacks)
    for (const variant of tellingsOf(attack))
      for (const one of isOnClient(attack, variant) ? outsiders : []) {
        const fared = await fare(attack, variant, one)
        if (fared) all.push(fared)
      }
  return all
}

/** Without what an SDK writes to the console when it meets an attack: that is no news here. */
export const quietly = async <T>(act: () => Promise<T>): Promise<T> => {
  const { warn } = console
  console.warn = () => {}
  try {
    return await act()
  } finally {
    console.warn = warn
  }
}
