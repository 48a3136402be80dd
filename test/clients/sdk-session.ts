import { expect } from 'vitest'
import { registrationsIn, type Registration } from '../../engine/registration.ts'
import { has } from '../../engine/spec/differences.ts'
import type { Revision } from '../../engine/spec/revisions.ts'
import { openLab, REDIRECT_URI, type Lab, type Particulars } from './lab.ts'
import { keptBefore, STATE, type Kept } from './remembering-provider.ts'
import { sdks, type Connection, type Sdk } from './sdks.ts'

/** One way in which an MCP SDK and the servers can come together. */
export interface Combination {
  readonly sdk: Sdk
  readonly revision: Revision
  readonly registration: Registration
}

/**
 * Every SDK at every revision it speaks, with every registration that revision knows. Left out, and why:
 *
 * - An SDK at a revision that is not in its own list of versions: there is no connection then, and the tests on version
 *   negotiation look at how it ends.
 * - A metadata document before 2025-11-25: no revision before knows of it. The SDKs carry the address all the same, and
 *   register instead; one test below holds them to it.
 * - 2024-11-05 and 2024-10-07, which both SDKs list: they have no authorization, and the lab does not speak them.
 * - `private_key_jwt` and tokens bound by DPoP, which client 2.x can do: no revision of MCP asks for them.
 */
export const combinations: readonly (readonly [title: string, Combination])[] = sdks.flatMap(
  (sdk) =>
    sdk.knows.flatMap((revision) =>
      registrationsIn(revision).map((registration): (typeof combinations)[number] => [
        `${sdk.name}, ${revision}, ${registration}`,
        { sdk, revision, registration },
      ]),
    ),
)

/** A connection that was turned away, so that the owner has to be asked. */
export const turnedAway = async (
  { unauthorized, dial }: Sdk,
  lab: Lab,
  kept: Kept,
): Promise<Connection> => {
  const connection = dial(lab, kept)
  await expect(connection.open()).rejects.toBeInstanceOf(unauthorized)
  return connection
}

/** Lets the owner allow what the SDK asked for, and hands the answer to the connection that asked. */
export const allow = async (connection: Connection, lab: Lab, kept: Kept) => {
  const callback = await lab.browse(kept.opened!, REDIRECT_URI)
  expect(callback.searchParams.get('state')).toBe(STATE)
  await connection.finishAuth(callback)
}

/** A host with tokens, at servers of its own. */
export const authorized = async (sdk: Sdk, particulars: Particulars, before: Kept = {}) => {
  const lab = openLab(particulars)
  const kept: Kept = { ...keptBefore(lab), ...before }
  await allow(await turnedAway(sdk, lab, kept), lab, kept)
  return { lab, kept }
}

/** The same, connected. The connection is a new one: a transport is opened once. */
export const connected = async (sdk: Sdk, particulars: Particulars, before: Kept = {}) => {
  const { lab, kept } = await authorized(sdk, particulars, before)
  lab.exchanged()
  const connection = sdk.dial(lab, kept)
  await connection.open()
  return { lab, kept, connection }
}

/** What an SDK sends to read the MCP server's metadata, and what it is answered; where there is none it tries both places. */
export const described = ({ resource, revision }: Lab): string[] => {
  const { origin, pathname } = new URL(resource)
  const root = `GET ${origin}/.well-known/oauth-protected-resource`
  return has(revision, 'resource-metadata')
    ? [`${root}${pathname} 200`]
    : [`${root}${pathname} 404`, `${root} 404`]
}

/** What an SDK sends to find its way from a 401 to an id, and what it is answered. */
export const wayTo = (lab: Lab): string[] => [
  `POST ${lab.resource} 401`,
  ...described(lab),
  `GET ${lab.issuer}/.well-known/oauth-authorization-server 200`,
  ...(lab.registration === 'dynamic' ? [`POST ${lab.issuer}/register 201`] : []),
]
