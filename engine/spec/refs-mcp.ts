import type { Ref } from './ref.ts'

const site = 'https://modelcontextprotocol.io'

type Page = (anchor: string, name: string) => Ref

function page(date: string, topic: string, path: string): Page {
  return (anchor, name) => ({
    title: `MCP ${date} ${topic} - ${name}`,
    url: `${site}/${path}#${anchor}`,
    short: `MCP ${date} ${name}`,
  })
}

function specification(date: string, topic: string, path: string): Page {
  return page(date, topic, `specification/${date}/${path}`)
}

const practices = 'tutorials/security/security_best_practices'
const authorization = specification('2025-06-18', 'Authorization', 'basic/authorization')
const authorization1125 = specification('2025-11-25', 'Authorization', 'basic/authorization')
const base = specification('2025-06-18', 'Base Protocol', 'basic')
const lifecycle = specification('2025-06-18', 'Lifecycle', 'basic/lifecycle')
const prompts = specification('2025-06-18', 'Prompts', 'server/prompts')
const resources = specification('2025-06-18', 'Resources', 'server/resources')
const security = page('2025-06-18', 'Security Best Practices', `docs/2025-06-18/${practices}`)
const tools = specification('2025-06-18', 'Tools', 'server/tools')
const transports = specification('2025-06-18', 'Transports', 'basic/transports')
const transports1125 = specification('2025-11-25', 'Transports', 'basic/transports')

/** The sections of the MCP specification, by dated revision, that the lab cites. */
export const mcpRefs = {
  'mcp-2025-06-18-authorization-overview': authorization('overview', 'Overview'),
  'mcp-2025-06-18-authorization-authorization-server-location': authorization(
    'authorization-server-location',
    'Authorization Server Location',
  ),
  'mcp-2025-06-18-authorization-server-metadata-discovery': authorization(
    'server-metadata-discovery',
    'Server Metadata Discovery',
  ),
  'mcp-2025-06-18-authorization-dynamic-client-registration': authorization(
    'dynamic-client-registration',
    'Dynamic Client Registration',
  ),
  'mcp-2025-06-18-authorization-authorization-flow-steps': authorization(
    'authorization-flow-steps',
    'Authorization Flow Steps',
  ),
  'mcp-2025-06-18-authorization-resource-parameter-implementation': authorization(
    'resource-parameter-implementation',
    'Resource Parameter Implementation',
  ),
  'mcp-2025-06-18-authorization-canonical-server-uri': authorization(
    'canonical-server-uri',
    'Canonical Server URI',
  ),
  'mcp-2025-06-18-authorization-token-requirements': authorization(
    'token-requirements',
    'Token Requirements',
  ),
  'mcp-2025-06-18-authorization-token-handling': authorization('token-handling', 'Token Handling'),
  'mcp-2025-06-18-authorization-error-handling': authorization('error-handling', 'Error Handling'),
  'mcp-2025-06-18-authorization-token-audience-binding-and-validation': authorization(
    'token-audience-binding-and-validation',
    'Token Audience Binding and Validation',
  ),
  'mcp-2025-06-18-authorization-token-theft': authorization('token-theft', 'Token Theft'),
  'mcp-2025-06-18-authorization-communication-security': authorization(
    'communication-security',
    'Communication Security',
  ),
  'mcp-2025-06-18-authorization-authorization-code-protection': authorization(
    'authorization-code-protection',
    'Authorization Code Protection',
  ),
  'mcp-2025-06-18-authorization-open-redirection': authorization(
    'open-redirection',
    'Open Redirection',
  ),
  'mcp-2025-06-18-authorization-confused-deputy-problem': authorization(
    'confused-deputy-problem',
    'Confused Deputy Problem',
  ),
  'mcp-2025-06-18-authorization-access-token-privilege-restriction': authorization(
    'access-token-privilege-restriction',
    'Access Token Privilege Restriction',
  ),

  'mcp-2025-06-18-base-requests': base('requests', 'Requests'),
  'mcp-2025-06-18-base-responses': base('responses', 'Responses'),
  'mcp-2025-06-18-base-notifications': base('notifications', 'Notifications'),

  'mcp-2025-06-18-lifecycle-initialization': lifecycle('initialization', 'Initialization'),
  'mcp-2025-06-18-lifecycle-version-negotiation': lifecycle(
    'version-negotiation',
    'Version Negotiation',
  ),
  'mcp-2025-06-18-lifecycle-capability-negotiation': lifecycle(
    'capability-negotiation',
    'Capability Negotiation',
  ),
  'mcp-2025-06-18-lifecycle-error-handling': lifecycle('error-handling', 'Error Handling'),

  'mcp-2025-06-18-prompts-listing-prompts': prompts('listing-prompts', 'Listing Prompts'),
  'mcp-2025-06-18-prompts-getting-a-prompt': prompts('getting-a-prompt', 'Getting a Prompt'),
  'mcp-2025-06-18-prompts-error-handling': prompts('error-handling', 'Error Handling'),

  'mcp-2025-06-18-resources-listing-resources': resources('listing-resources', 'Listing Resources'),
  'mcp-2025-06-18-resources-reading-resources': resources('reading-resources', 'Reading Resources'),
  'mcp-2025-06-18-resources-error-handling': resources('error-handling', 'Error Handling'),

  'mcp-2025-06-18-security-confused-deputy-problem': security(
    'confused-deputy-problem',
    'Confused Deputy Problem',
  ),
  'mcp-2025-06-18-security-token-passthrough': security('token-passthrough', 'Token Passthrough'),
  'mcp-2025-06-18-security-server-side-request-forgery-ssrf': security(
    'server-side-request-forgery-ssrf',
    'Server-Side Request Forgery (SSRF)',
  ),
  'mcp-2025-06-18-security-session-hijacking': security('session-hijacking', 'Session Hijacking'),
  'mcp-2025-06-18-security-oauth-authorization-url-validation': security(
    'oauth-authorization-url-validation',
    'OAuth Authorization URL Validation',
  ),
  'mcp-2025-06-18-security-scope-minimization': security(
    'scope-minimization',
    'Scope Minimization',
  ),

  'mcp-2025-06-18-tools-listing-tools': tools('listing-tools', 'Listing Tools'),
  'mcp-2025-06-18-tools-calling-tools': tools('calling-tools', 'Calling Tools'),
  'mcp-2025-06-18-tools-error-handling': tools('error-handling', 'Error Handling'),

  'mcp-2025-06-18-transports-security-warning': transports('security-warning', 'Security Warning'),
  'mcp-2025-06-18-transports-sending-messages-to-the-server': transports(
    'sending-messages-to-the-server',
    'Sending Messages to the Server',
  ),
  'mcp-2025-06-18-transports-listening-for-messages-from-the-server': transports(
    'listening-for-messages-from-the-server',
    'Listening for Messages from the Server',
  ),
  'mcp-2025-06-18-transports-session-management': transports(
    'session-management',
    'Session Management',
  ),
  'mcp-2025-06-18-transports-protocol-version-header': transports(
    'protocol-version-header',
    'Protocol Version Header',
  ),

  'mcp-2025-11-25-authorization-authorization-code-protection': authorization1125(
    'authorization-code-protection',
    'Authorization Code Protection',
  ),
  'mcp-2025-11-25-authorization-protected-resource-metadata-discovery-requirements':
    authorization1125(
      'protected-resource-metadata-discovery-requirements',
      'Protected Resource Metadata Discovery Requirements',
    ),
  'mcp-2025-11-25-authorization-runtime-insufficient-scope-errors': authorization1125(
    'runtime-insufficient-scope-errors',
    'Runtime Insufficient Scope Errors',
  ),
  'mcp-2025-11-25-transports-security-warning': transports1125(
    'security-warning',
    'Security Warning',
  ),
} as const satisfies Record<string, Ref>
