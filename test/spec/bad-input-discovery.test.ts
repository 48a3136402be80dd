import { describe, test } from 'vitest'
import { body, expectRefused, MARKUP, type Change, type Row } from './refused-answer.ts'

const BY_CHALLENGE = 'client/challenge-names-metadata'
const BY_RESOURCE = 'client/resource-metadata-readable'
const BY_SERVER = 'client/server-metadata-readable'

const challenge = (value: string): Change => ['header.WWW-Authenticate', value]

const DISCOVERY: Row[] = [
  ['no challenge', 'mcp-challenge', challenge(''), BY_CHALLENGE],
  ['a challenge of nothing', 'mcp-challenge', challenge('Bearer'), BY_CHALLENGE],
  [
    'a challenge that does not end',
    'mcp-challenge',
    challenge('Bearer resource_metadata="https'),
    BY_CHALLENGE,
  ],
  [
    'a challenge to plain http',
    'mcp-challenge',
    challenge('Bearer resource_metadata="http://notes.example/"'),
    BY_CHALLENGE,
  ],
  [
    'a challenge to a script',
    'mcp-challenge',
    challenge('Bearer resource_metadata="javascript:alert(1)"'),
    BY_CHALLENGE,
  ],
  [
    'a challenge to a relative address',
    'mcp-challenge',
    challenge('Bearer resource_metadata="/metadata"'),
    BY_CHALLENGE,
  ],
  [
    'a challenge with its address in __proto__',
    'mcp-challenge',
    challenge('Bearer __proto__="https://a.example"'),
    BY_CHALLENGE,
  ],
  [
    'a challenge of twenty thousand quotation marks',
    'mcp-challenge',
    challenge('"'.repeat(20_000)),
    BY_CHALLENGE,
  ],
  [
    'a challenge to a host with a user',
    'mcp-challenge',
    challenge('Bearer resource_metadata="https://a:b@notes.example/"'),
    BY_RESOURCE,
  ],
  [
    'a challenge to nobody',
    'mcp-challenge',
    challenge('Bearer resource_metadata="https://nobody.example/"'),
    undefined,
  ],
  ['403 for 401', 'mcp-challenge', ['status', '403'], 'client/turned-away-by-401'],
  ['metadata that is empty', 'resource-metadata', ['body', ''], BY_RESOURCE],
  ['metadata that is no JSON', 'resource-metadata', ['body', '{"resource":'], BY_RESOURCE],
  ['metadata that is a list', 'resource-metadata', ['body', '[]'], BY_RESOURCE],
  [
    'metadata without its resource',
    'resource-metadata',
    body({ resource: undefined }),
    BY_RESOURCE,
  ],
  ['metadata whose resource is a list', 'resource-metadata', body({ resource: [] }), BY_RESOURCE],
  [
    'metadata whose resource has a slash',
    'resource-metadata',
    body({ resource: 'https://notes.example/mcp/' }),
    'client/resource-matches',
  ],
  [
    'metadata whose resource is the origin',
    'resource-metadata',
    body({ resource: 'https://notes.example' }),
    'client/resource-matches',
  ],
  [
    'metadata whose resource holds markup',
    'resource-metadata',
    body({ resource: MARKUP }),
    'client/resource-matches',
  ],
  [
    'metadata whose servers are a string',
    'resource-metadata',
    body({ authorization_servers: 'https://auth.example' }),
    BY_RESOURCE,
  ],
  [
    'metadata whose server is plain http',
    'resource-metadata',
    body({ authorization_servers: ['http://auth.example'] }),
    'client/names-authorization-server',
  ],
  [
    'metadata whose server is a script',
    'resource-metadata',
    body({ authorization_servers: ['javascript:alert(1)'] }),
    'client/names-authorization-server',
  ],
  [
    'metadata whose server has a query',
    'resource-metadata',
    body({ authorization_servers: ['https://auth.example?a=b'] }),
    'client/names-authorization-server',
  ],
  [
    'metadata of another type',
    'resource-metadata',
    ['header.Content-Type', 'application/jsonx'],
    BY_RESOURCE,
  ],
  ['metadata that moved', 'resource-metadata', ['status', '302'], BY_RESOURCE],
  ['server metadata without an issuer', 'server-metadata', body({ issuer: undefined }), BY_SERVER],
  [
    'an issuer with a slash',
    'server-metadata',
    body({ issuer: 'https://auth.example/' }),
    'client/metadata-issuer-matches',
  ],
  [
    'an issuer in capitals',
    'server-metadata',
    body({ issuer: 'https://AUTH.example' }),
    'client/metadata-issuer-matches',
  ],
  [
    'an authorization endpoint that is a script',
    'server-metadata',
    body({ authorization_endpoint: 'javascript:alert(1)' }),
    'client/endpoint-scheme-allowed',
  ],
  [
    'an authorization endpoint that is no URL',
    'server-metadata',
    body({ authorization_endpoint: 'https://[' }),
    'client/endpoint-scheme-allowed',
  ],
  [
    'a registration endpoint in plain http',
    'server-metadata',
    body({ registration_endpoint: 'http://auth.example/register' }),
    'client/endpoint-scheme-allowed',
  ],
  [
    'no registration endpoint',
    'server-metadata',
    body({ registration_endpoint: undefined }),
    undefined,
  ],
  [
    'response types that are null',
    'server-metadata',
    body({ response_types_supported: null }),
    BY_SERVER,
  ],
  [
    'plain as the only challenge method',
    'server-metadata',
    body({ code_challenge_methods_supported: ['plain'] }),
    'client/pkce-supported',
  ],
  [
    's256 in small letters',
    'server-metadata',
    body({ code_challenge_methods_supported: ['s256'] }),
    'client/pkce-supported',
  ],
]

describe('RFC 9728 §3.3 and RFC 8414 §3.3 a client stops at', () => {
  test.each(DISCOVERY)('%s', (...row) => expectRefused(...row))
})
