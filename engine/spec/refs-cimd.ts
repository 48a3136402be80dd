import type { Ref } from './ref.ts'

// MCP cites draft 00 in 2025-11-25 and in 2026-07-28 alike.
function cimd(section: string, name: string): Ref {
  const draft = 'draft-ietf-oauth-client-id-metadata-document-00'
  const url = `https://datatracker.ietf.org/doc/html/${draft}#section-${section}`
  const title = `Client ID Metadata Document draft-00 §${section} - ${name}`
  return { title, url, short: `CIMD-00 §${section}` }
}

/** The sections of OAuth Client ID Metadata Document, draft 00. */
export const cimdRefs = {
  'cimd-00-1': cimd('1', 'Introduction'),
  'cimd-00-3': cimd('3', 'Client Identifier'),
  'cimd-00-4': cimd('4', 'Client Information Discovery'),
  'cimd-00-4.1': cimd('4.1', 'Client Metadata'),
  'cimd-00-4.2': cimd('4.2', 'Client Metadata Documents for Development Purposes'),
  'cimd-00-4.3': cimd('4.3', 'Metadata Discovery Errors'),
  'cimd-00-4.4': cimd('4.4', 'Metadata Caching'),
  'cimd-00-4.5': cimd('4.5', 'Redirect URL Registration'),
  'cimd-00-5': cimd('5', 'Authorization Server Metadata'),
  'cimd-00-6': cimd('6', 'Security Considerations'),
  'cimd-00-6.1': cimd('6.1', 'Relationship between redirect_uris and client_id or client_uri'),
  'cimd-00-6.2': cimd('6.2', 'Client Authentication'),
  'cimd-00-6.3': cimd('6.3', 'Changes in Client Keys'),
  'cimd-00-6.4': cimd('6.4', 'OAuth Phishing Attacks'),
  'cimd-00-6.5': cimd('6.5', 'Server Side Request Forgery (SSRF) Attacks'),
  'cimd-00-6.6': cimd('6.6', 'Maximum Response Size for Client Metadata Documents'),
  'cimd-00-6.7': cimd('6.7', 'Displaying Logos to End-Users'),
  'cimd-00-6.8': cimd('6.8', 'Client ID Domain Trust'),
} as const satisfies Record<string, Ref>
