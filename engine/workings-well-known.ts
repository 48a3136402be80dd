import {
  resourceMetadataUrls,
  resourceMetadataUrlsIn,
  serverMetadataUrls,
  serverMetadataUrlsIn,
} from './oauth/metadata-urls.ts'
import { isIssuer } from './oauth/endpoint.ts'
import { readUrl } from './oauth/redirect-uri.ts'
import { canonicalResource } from './oauth/resource.ts'
import { has } from './spec/differences.ts'
import type { RefId } from './spec/refs.ts'
import type { Revision } from './spec/revisions.ts'
import type { WireMessage } from './wire/message.ts'

/** An address that a client tries, in its turn. */
export interface Tried {
  readonly url: string
  /** Why there, in a sentence. */
  readonly why: string
  readonly ref: RefId
  /** The answer that it got in this run, where it was asked. */
  readonly answer: WireMessage | undefined
}

/** Where a client looks for a document, in the order in which it does. */
export interface WellKnownWork {
  readonly problem: string | undefined
  readonly tried: readonly Tried[]
  /** What the revision has to do with it, in a sentence. */
  readonly note: string
}

/** Whose metadata is looked for: that of an MCP server, or that of an authorization server. */
export type Whose = 'resource' | 'issuer'

/** Works out where the metadata of an identifier is looked for in a revision, with the functions that the client uses. @see [RFC 8615 §3 - Well-Known URIs](https://www.rfc-editor.org/rfc/rfc8615.html#section-3) */
export const wellKnownWork = (
  typed: string,
  whose: Whose,
  revision: Revision,
  log: readonly WireMessage[],
): WellKnownWork =>
  whose === 'resource'
    ? resourceWork(typed, revision, log)
    : { ...issuerWork(typed, revision, log), problem: issuerProblem(typed) }

const resourceWork = (
  typed: string,
  revision: Revision,
  log: readonly WireMessage[],
): WellKnownWork => {
  const resource = canonicalResource(typed)
  const urls = resourceMetadataUrlsIn(resource, revision)
  const [first] = resourceMetadataUrls(resource)
  return {
    problem:
      readUrl(typed) === undefined
        ? 'It is no absolute URL, so there is no host to ask.'
        : typed.includes('#')
          ? 'What follows `#` never leaves the client, so it is left out.'
          : undefined,
    tried: urls.map((url) => ({
      url,
      why:
        url === first
          ? 'The well-known part goes between the host and the path.'
          : 'Nothing there: the one at the root of the host.',
      ref: url === first ? 'rfc9728-3.1' : NAMED_OR_WELL_KNOWN,
      answer: answerTo(url, log),
    })),
    note: has(revision, 'resource-metadata-well-known')
      ? 'A client looks here when the challenge does not say where.'
      : has(revision, 'resource-metadata')
        ? 'In this revision the challenge has to say where; a client tries no address by itself.'
        : 'In this revision nobody asks for it: the authorization server is at the MCP server’s own host.',
  }
}

const NAMED_OR_WELL_KNOWN =
  'mcp-2025-11-25-authorization-protected-resource-metadata-discovery-requirements'

const issuerProblem = (typed: string): string | undefined => {
  if (readUrl(typed) === undefined) return 'It is no absolute URL, so there is no host to ask.'
  return isIssuer(typed, 'https://notes.example/mcp')
    ? undefined
    : 'An issuer is an https URL without query or fragment; a client takes no other.'
}

const issuerWork = (typed: string, revision: Revision, log: readonly WireMessage[]) => {
  const all = serverMetadataUrls(typed)
  const [oauth, inserted] = all
  return {
    tried: serverMetadataUrlsIn(typed, revision).map((url): Tried => ({
      url,
      ...(url === oauth
        ? {
            why: 'As OAuth has it: the well-known part between the host and the path.',
            ref: 'rfc8414-3.1',
          }
        : url === inserted && all.length > 2
          ? {
              why: 'As OpenID Connect names the document, in the place where OAuth has it.',
              ref: 'rfc8414-5',
            }
          : {
              why: 'As OpenID Connect has it: the well-known part at the end.',
              ref: 'openid-discovery-4',
            }),
      answer: answerTo(url, log),
    })),
    note: has(revision, 'openid-discovery')
      ? 'The client tries them in this order, and stops at the first that answers with metadata.'
      : 'In this revision a client tries this one address and no other.',
  }
}

const answerTo = (url: string, log: readonly WireMessage[]): WireMessage | undefined => {
  const asked = log.find((one) => one.kind === 'request' && one.request.url === url)
  return asked && log.find((one) => one.kind === 'response' && one.exchange === asked.exchange)
}
