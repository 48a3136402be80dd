import { page } from './refs-page.ts'

const folder = 'specification/*/basic'
const server = page('discover', 'Discovery', 'specification/*/server/discover')
const versioning = page('versioning', 'Versioning and Compatibility', `${folder}/versioning`)
const stdio = page('stdio', 'stdio', `${folder}/transports/stdio`)
const http = page('streamable-http', 'Streamable HTTP', `${folder}/transports/streamable-http`)
const discovery = page(
  'authorization-server-discovery',
  'Authorization Server Discovery',
  `${folder}/authorization/authorization-server-discovery`,
)
const registration = page(
  'client-registration',
  'Client Registration',
  `${folder}/authorization/client-registration`,
)
const considerations = page(
  'security-considerations',
  'Authorization Security Considerations',
  `${folder}/authorization/security-considerations`,
)

const date = ['2026-07-28'] as const

/** The sections of the pages that MCP has since 2026-07-28, when transports and authorization became several pages each. */
export const mcp2026Refs = {
  ...discovery(date, [
    'Authorization Server Location',
    'Protected Resource Metadata Discovery Requirements',
    'Authorization Server Metadata Discovery',
    'Sequence Diagram',
  ]),
  ...registration(date, [
    'Client ID Metadata Documents',
    'Implementation Requirements',
    'Example Metadata Document',
    'Client ID Metadata Documents Flow',
    'Advertising CIMD Support',
    'Pre-registration',
    'Dynamic Client Registration',
    'Application Type and Redirect URI Constraints',
    'Authorization Server Binding',
  ]),
  ...considerations(date, [
    'Token Audience Binding and Validation',
    'Token Theft',
    'Communication Security',
    'Authorization Code Protection',
    'Mix-Up Attacks',
    'Open Redirection',
    'Client ID Metadata Document Security',
    'Authorization Server Abuse Protection',
    'Localhost Redirect URI Risks',
    'Trust Policies',
    'Confused Deputy Problem',
    'Access Token Privilege Restriction',
  ]),
  ...http(date, [
    'Security & Endpoint',
    'Sending Messages',
    'Receiving Messages',
    'Message Flow',
    'Cancellation',
    'Request Metadata',
    'Protocol Version Header',
    'Standard Request Headers',
    'Custom Headers from Tool Parameters',
    'Value Encoding',
    'Client Behavior',
    'Server Behavior for Custom Headers',
    'Case Sensitivity',
    'Server Validation',
    'Backward Compatibility',
    'Earlier Streamable HTTP Revisions',
  ]),
  ...stdio(date, [
    'Sending Messages',
    'Receiving Messages',
    'Request Metadata',
    'Shutdown',
    'Backward Compatibility',
  ]),
  ...versioning(date, [
    'Terminology',
    'Protocol Version Negotiation',
    'Extension Negotiation',
    'Backward Compatibility with Initialization-Based Versions',
    'Compatibility Matrix',
  ]),
  ...server(date, ['Request', 'Response', 'When to Call', 'DiscoverResult']),
}
