import { page } from './refs-page.ts'

const authorization = page('authorization', 'Authorization', 'specification/*/basic/authorization')
const transports = page('transports', 'Transports', 'specification/*/basic/transports')
const lifecycle = page('lifecycle', 'Lifecycle', 'specification/*/basic/lifecycle')
const base = page('base', 'Base Protocol', 'specification/*/basic')
const tools = page('tools', 'Tools', 'specification/*/server/tools')
const resources = page('resources', 'Resources', 'specification/*/server/resources')
const prompts = page('prompts', 'Prompts', 'specification/*/server/prompts')
const security = page(
  'security',
  'Security Best Practices',
  'docs/*/tutorials/security/security_best_practices',
)

const withSessions = ['2025-03-26', '2025-06-18', '2025-11-25'] as const
const all = [...withSessions, '2026-07-28'] as const
const since2025June = ['2025-06-18', '2025-11-25', '2026-07-28'] as const
const since2025November = ['2025-11-25', '2026-07-28'] as const

/** The sections of the MCP specification, but for the pages that only 2026-07-28 has. */
export const mcpRefs = {
  ...authorization(all, [
    'Purpose and Scope',
    'Protocol Requirements',
    'Standards Compliance',
    'Overview',
    'Authorization Flow Steps',
    'Access Token Usage',
    'Token Requirements',
    'Token Handling',
    'Error Handling',
    'Security Considerations',
  ]),
  ...authorization(
    ['2025-03-26'],
    [
      'OAuth Grant Types',
      'Example: authorization code grant',
      'Server Metadata Discovery Headers',
      'Authorization Base URL',
      'Fallbacks for Servers without Metadata Discovery',
      'Decision Flow Overview',
      'Third-Party Authorization Flow',
      'Flow Description',
      'Session Binding Requirements',
      'Local clients as Public OAuth 2.1 Clients',
      'Authorization Metadata Discovery',
    ],
  ),
  ...authorization(['2025-03-26', '2025-06-18'], ['Server Metadata Discovery']),
  ...authorization(['2025-06-18'], ['Sequence Diagram']),
  ...authorization(['2025-03-26', '2025-11-25'], ['Implementation Requirements']),
  ...authorization(withSessions, ['Dynamic Client Registration']),
  ...authorization(since2025June, [
    'Roles',
    'Authorization Server Discovery',
    'Resource Parameter Implementation',
    'Canonical Server URI',
  ]),
  ...authorization(
    ['2025-06-18', '2025-11-25'],
    [
      'Authorization Server Location',
      'Token Audience Binding and Validation',
      'Token Theft',
      'Communication Security',
      'Authorization Code Protection',
      'Open Redirection',
      'Confused Deputy Problem',
      'Access Token Privilege Restriction',
    ],
  ),
  ...authorization(since2025November, [
    'Scope Selection Strategy',
    'Scope Challenge Handling',
    'Runtime Insufficient Scope Errors',
    'Step-Up Authorization Flow',
    'MCP Authorization Extensions',
  ]),
  ...authorization(
    ['2025-11-25'],
    [
      'Protected Resource Metadata Discovery Requirements',
      'Authorization Server Metadata Discovery',
      'Authorization Server Discovery Sequence Diagram',
      'Client Registration Approaches',
      'Client ID Metadata Documents',
      'Example Metadata Document',
      'Client ID Metadata Documents Flow',
      'Discovery',
      'Preregistration',
      'Client ID Metadata Document Security',
      'Authorization Server Abuse Protection',
      'Localhost Redirect URI Risks',
      'Trust Policies',
    ],
  ),
  ...authorization(
    ['2026-07-28'],
    ['Client Registration', 'Authorization Response Validation', 'Refresh Tokens'],
  ),

  ...transports(withSessions, [
    'Security Warning',
    'Sending Messages to the Server',
    'Listening for Messages from the Server',
    'Multiple Connections',
    'Resumability and Redelivery',
    'Session Management',
    'Backwards Compatibility',
    'stdio',
  ]),
  ...transports(['2025-06-18', '2025-11-25'], ['Protocol Version Header']),

  ...lifecycle(withSessions, [
    'Initialization',
    'Version Negotiation',
    'Capability Negotiation',
    'Operation',
    'Shutdown',
    'Timeouts',
    'Error Handling',
  ]),

  ...base(all, ['Requests', 'Responses', 'Notifications', 'Auth']),
  ...base(['2025-03-26'], ['Batching']),
  ...base(since2025June, ['General fields', '_meta']),
  ...base(since2025November, ['Result Responses', 'Error Responses']),
  ...base(['2026-07-28'], ['Error Codes', 'Statelessness']),

  ...tools(all, [
    'Capabilities',
    'Listing Tools',
    'Calling Tools',
    'Tool',
    'Tool Result',
    'Error Handling',
    'Security Considerations',
  ]),
  ...tools(['2026-07-28'], ['x-mcp-header']),
  ...resources(all, ['Listing Resources', 'Reading Resources', 'Error Handling']),
  ...prompts(all, ['Listing Prompts', 'Getting a Prompt', 'Error Handling']),

  ...security(all, [
    'Confused Deputy Problem',
    'Token Passthrough',
    'Server-Side Request Forgery (SSRF)',
    'Local MCP Server Compromise',
    'OAuth Authorization URL Validation',
    'stdio Transport Security in Proxy Scenarios',
    'Scope Minimization',
    'Required Protections',
  ]),
  ...security(withSessions, ['Session Hijacking']),
  ...security(
    ['2026-07-28'],
    [
      'SSRF Against Authorization Servers',
      'State Handle Hijacking',
      'Mix-Up Attacks',
      'Localhost Redirect URI Impersonation',
      'CIMD Trust Policies',
    ],
  ),
}
