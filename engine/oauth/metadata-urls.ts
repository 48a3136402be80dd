import { has } from '../spec/differences.ts'
import type { Revision } from '../spec/revisions.ts'
import { readUrl } from './redirect-uri.ts'
import { insertWellKnown } from './well-known.ts'

/**
 * Where the metadata of a protected resource may stand when nobody said where: at the well-known address of its path, then
 * at the one of its root.
 * @see [MCP 2025-11-25 Authorization - Protected Resource Metadata Discovery Requirements](https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#protected-resource-metadata-discovery-requirements)
 */
export const resourceMetadataUrls = (resource: string): string[] => {
  const origin = readUrl(resource)?.origin ?? resource
  return [
    ...new Set([
      insertWellKnown(resource, 'oauth-protected-resource'),
      insertWellKnown(origin, 'oauth-protected-resource'),
    ]),
  ]
}

/**
 * Where the metadata of an authorization server may stand, in the order in which a client tries: as RFC 8414 has it, then
 * as OpenID Connect has it, put in before the issuer's path and appended to it.
 * @see [MCP 2025-11-25 Authorization - Authorization Server Metadata Discovery](https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#authorization-server-metadata-discovery)
 */
export const serverMetadataUrls = (issuer: string): string[] => {
  const identifier = issuer.replace(/\/$/, '')
  return [
    ...new Set([
      insertWellKnown(identifier, 'oauth-authorization-server'),
      insertWellKnown(identifier, 'openid-configuration'),
      `${identifier}/.well-known/openid-configuration`,
    ]),
  ]
}

/** The same as far as a revision of MCP has clients look there: before 2025-11-25 only the challenge says where the metadata is. */
export const resourceMetadataUrlsIn = (resource: string, revision: Revision): string[] =>
  has(revision, 'resource-metadata-well-known') ? resourceMetadataUrls(resource) : []

/** The same as far as a revision of MCP has clients try them: before 2025-11-25 only the first. */
export const serverMetadataUrlsIn = (issuer: string, revision: Revision): string[] =>
  serverMetadataUrls(issuer).slice(0, has(revision, 'openid-discovery') ? undefined : 1)
