import type { Level } from './level.ts'
import type { RefId } from './refs.ts'
import { since, type Revision } from './revisions.ts'

// Everything in which one revision of MCP differs from another, as data. Parties ask `has` and `levelIn`; nothing outside this
// folder compares dates.

/** Something that MCP asks of its parties, or lets them do, in some revisions and not in others. */
export interface Feature {
  /** The first revision that has it. */
  readonly since: Revision
  /** The last one, where it went away again. */
  readonly until?: Revision
  /** What it is, in one sentence. */
  readonly says: string
  readonly ref: RefId
}

/** What some revisions have and others have not. */
export const features = {
  'authorization-at-the-server': {
    since: '2025-03-26',
    until: '2025-03-26',
    says: 'The authorization server is at the MCP server’s own origin, found by dropping the path of its URL.',
    ref: 'mcp-2025-03-26-authorization-authorization-base-url',
  },
  'default-endpoints': {
    since: '2025-03-26',
    until: '2025-03-26',
    says: 'Where there is no metadata, the endpoints are `/authorize`, `/token` and `/register`.',
    ref: 'mcp-2025-03-26-authorization-fallbacks-for-servers-without-metadata-discovery',
  },
  'discovery-version-header': {
    since: '2025-03-26',
    until: '2025-03-26',
    says: 'A client says which version of MCP it speaks when it asks for the metadata.',
    ref: 'mcp-2025-03-26-authorization-server-metadata-discovery-headers',
  },
  'resource-metadata': {
    since: '2025-06-18',
    says: 'The MCP server publishes who its authorization server is, and its challenge says where.',
    ref: 'mcp-2025-06-18-authorization-authorization-server-location',
  },
  'resource-indicator': {
    since: '2025-06-18',
    says: 'The client names the MCP server in `resource`, and the token is made for that server alone.',
    ref: 'mcp-2025-06-18-authorization-resource-parameter-implementation',
  },
  'version-header': {
    since: '2025-06-18',
    says: 'After the first request every one carries `MCP-Protocol-Version`.',
    ref: 'mcp-2025-06-18-transports-protocol-version-header',
  },
  'resource-metadata-well-known': {
    since: '2025-11-25',
    says: 'A challenge may leave out where the metadata is; the client then tries the well-known address at the endpoint’s path, and after that the one at the root.',
    ref: 'mcp-2025-11-25-authorization-protected-resource-metadata-discovery-requirements',
  },
  'openid-discovery': {
    since: '2025-11-25',
    says: 'The authorization server may describe itself as OpenID Connect does; the client tries the addresses in a fixed order.',
    ref: 'mcp-2025-11-25-authorization-authorization-server-metadata-discovery',
  },
  'client-id-metadata-document': {
    since: '2025-11-25',
    says: 'A client may use the address of a document about itself as its client_id.',
    ref: 'mcp-2025-11-25-authorization-client-id-metadata-documents',
  },
  'scope-selection': {
    since: '2025-11-25',
    says: 'The challenge says which scopes are needed; failing that the client asks for all that the metadata lists.',
    ref: 'mcp-2025-11-25-authorization-scope-selection-strategy',
  },
  'step-up': {
    since: '2025-11-25',
    says: 'A 403 that names missing scopes sends the client back to the owner for more.',
    ref: 'mcp-2025-11-25-authorization-step-up-authorization-flow',
  },
  'step-up-union': {
    since: '2026-07-28',
    says: 'When it asks for more, the client asks for what it had as well.',
    ref: 'mcp-2026-07-28-authorization-step-up-authorization-flow',
  },
  'response-issuer': {
    since: '2026-07-28',
    says: 'The answer that comes back through the browser names the authorization server it is from, and the client compares.',
    ref: 'mcp-2026-07-28-authorization-authorization-response-validation',
  },
  'offline-access': {
    since: '2026-07-28',
    says: 'A client that wants a refresh token may ask for the scope `offline_access`, where the authorization server lists it.',
    ref: 'mcp-2026-07-28-authorization-refresh-tokens',
  },
  'application-type': {
    since: '2026-07-28',
    says: 'A client that registers says whether it is a native or a web application.',
    ref: 'mcp-2026-07-28-client-registration-application-type-and-redirect-uri-constraints',
  },
  'dynamic-registration-deprecated': {
    since: '2026-07-28',
    says: 'Dynamic client registration is deprecated; it stays for servers that know nothing newer.',
    ref: 'mcp-2026-07-28-client-registration-dynamic-client-registration',
  },
  sessions: {
    since: '2025-03-26',
    until: '2025-11-25',
    says: 'MCP begins with `initialize`, and the server may open a session.',
    ref: 'mcp-2025-06-18-lifecycle-initialization',
  },
  stateless: {
    since: '2026-07-28',
    says: 'There is no `initialize` and no session: every request says in its headers and in `_meta` what it is and who sends it.',
    ref: 'mcp-2026-07-28-streamable-http-request-metadata',
  },
  batches: {
    since: '2025-03-26',
    until: '2025-03-26',
    says: 'Several JSON-RPC messages may come in one body, as a list.',
    ref: 'mcp-2025-03-26-base-batching',
  },
  'tool-input-errors': {
    since: '2025-11-25',
    says: 'Arguments that a tool cannot take are reported in its result, where the model sees them, and not as a JSON-RPC error.',
    ref: 'mcp-2025-11-25-tools-error-handling',
  },
} as const satisfies Readonly<Record<string, Feature>>

/** The name of something that not every revision has. */
export type FeatureId = keyof typeof features

/** Whether a revision has a feature. */
export const has = (revision: Revision, feature: FeatureId): boolean => {
  const { since: first, until }: Feature = features[feature]
  return since(revision, first) && (until === undefined || since(until, revision))
}

/** A level that holds from a revision on, until the next entry; `absent`: the check is not made at all. */
type Step = readonly [from: Revision, level: Level | 'absent']

/** A check that no revision before `first` knows. */
const begins = (first: Revision, level: Level): readonly Step[] => [
  ['2025-03-26', 'absent'],
  [first, level],
]

/** A check that no revision from `first` on knows any more. */
const ends = (first: Revision): readonly Step[] => [[first, 'absent']]

/**
 * Checks whose keyword is not the same in every revision, or that some revisions do not know. What stands nowhere here is
 * bound by the same keyword throughout, the one its own row gives.
 */
export const levelSteps: Readonly<Record<string, readonly Step[]>> = {
  // 2025-03-26 knows no protected resource metadata; since 2025-06-18 clients MUST read the challenge and use what it names.
  'client/challenge-names-metadata': begins('2025-06-18', 'MUST'),
  'client/resource-metadata-readable': begins('2025-06-18', 'none'),
  'client/resource-matches': begins('2025-06-18', 'MUST'),
  'client/names-authorization-server': begins('2025-06-18', 'none'),
  // Servers MUST name it in every 401 in 2025-06-18. After that a well-known URI does as well, so that of the header alone
  // only RFC 9728 §5 still speaks: a server MAY use it.
  'rs/challenge-on-401': [...begins('2025-06-18', 'MUST'), ['2025-11-25', 'MAY']],
  // "SHOULD include the header … during Server Metadata Discovery" stands in a section that 2025-06-18 dropped.
  'client/version-header-in-discovery': ends('2025-06-18'),
  // Authorization Code Protection, since 2025-11-25: "MUST verify PKCE support before proceeding".
  'client/pkce-supported': [['2025-11-25', 'MUST']],

  // Client ID Metadata Documents. What a document MUST NOT hold binds the client that wrote it (draft §4.1); of what a
  // server had better not fetch, the draft says SHOULD (§6.5).
  'as/document-url-allowed': begins('2025-11-25', 'SHOULD'),
  'as/document-readable': begins('2025-11-25', 'MUST'),
  'as/document-client-id-matches': begins('2025-11-25', 'MUST'),
  'as/document-no-shared-secret': begins('2025-11-25', 'none'),
  'as/document-redirect-uris': begins('2025-11-25', 'MUST'),
  // Dynamic registration "MUST specify an appropriate application_type"; Authorization Server Binding: "MUST NOT reuse".
  // Before, sending credentials elsewhere was merely unwise.
  'client/application-type-sent': begins('2026-07-28', 'MUST'),
  'client/credentials-of-this-issuer': [
    ['2025-03-26', 'none'],
    ['2026-07-28', 'MUST'],
  ],

  // 2025-03-26 says nothing of `state`; in OAuth 2.1 it is OPTIONAL (§4.1.1), and PKCE MAY do its work (§2.3.3).
  'client/state-random': [
    ['2025-03-26', 'MAY'],
    ['2025-06-18', 'SHOULD'],
  ],
  'client/state-matches': [
    ['2025-03-26', 'none'],
    ['2025-06-18', 'SHOULD'],
  ],
  // Authorization Response Validation: servers SHOULD send `iss`, clients MUST compare it.
  'as/iss-sent': begins('2026-07-28', 'SHOULD'),
  'client/iss-when-promised': begins('2026-07-28', 'MUST'),
  'client/iss-matches': begins('2026-07-28', 'MUST'),
  'client/iss-compared-exactly': begins('2026-07-28', 'MUST'),

  // 2025-03-26 knows no RFC 8707, and OAuth 2.1 has a server ignore parameters it does not know.
  'client/resource-sent': begins('2025-06-18', 'MUST'),
  'as/resource-known': begins('2025-06-18', 'none'),
  'as/token-resource-granted': begins('2025-06-18', 'none'),
  'as/refresh-resource-granted': begins('2025-06-18', 'MUST'),
  'as/audience-from-resource': begins('2025-06-18', 'SHOULD'),
  // "Token rotation SHOULD be implemented"; since 2025-06-18 a MUST for public clients. That reuse is noticed is a MUST of
  // OAuth 2.1 §4.3.1 in both its drafts.
  'as/refresh-rotated': [
    ['2025-03-26', 'SHOULD'],
    ['2025-06-18', 'MUST'],
  ],

  // Scope Selection Strategy and Step-Up Authorization Flow. The union is a step of the flow without a keyword; the SHOULD
  // is in the strategy: "clients SHOULD include these scopes alongside any previously granted scopes".
  'rs/scope-in-challenge': begins('2025-11-25', 'SHOULD'),
  'client/scope-from-challenge': begins('2025-11-25', 'SHOULD'),
  'client/step-up-limited': begins('2025-11-25', 'SHOULD'),
  'client/step-up-union': begins('2026-07-28', 'SHOULD'),

  // 2025-03-26 allows such a proxy and says nothing of consent. 2025-06-18 wants consent for each client; that it is enforced
  // at the callback, in the browser that gave it, the best practices say since 2025-11-25.
  'proxy/consent-per-client': [
    ['2025-03-26', 'none'],
    ['2025-06-18', 'MUST'],
  ],
  'proxy/consent-bound-to-browser': [
    ['2025-03-26', 'none'],
    ['2025-11-25', 'MUST'],
  ],
  // 2025-03-26 has a server make tokens of its own, without a keyword; since then it MUST NOT pass on those of its clients.
  'rs/own-token-downstream': [
    ['2025-03-26', 'none'],
    ['2025-06-18', 'MUST'],
  ],

  // Protocol Version Header, which 2025-03-26 does not have.
  // Since 2026-07-28 the header is one of several that go with every request: `client/request-metadata-sent`.
  'client/version-header': [...begins('2025-06-18', 'MUST'), ...ends('2026-07-28')],
  'rs/protocol-version-supported': begins('2025-06-18', 'MUST'),
  // 2026-07-28 has neither `initialize` nor sessions, but metadata in every request.
  'client/version-spoken': ends('2026-07-28'),
  'rs/session-known': ends('2026-07-28'),
  'rs/session-bound-to-subject': ends('2026-07-28'),
  'client/request-metadata-sent': begins('2026-07-28', 'MUST'),
  'rs/request-metadata-present': begins('2026-07-28', 'MUST'),
  'rs/request-metadata-matches': begins('2026-07-28', 'MUST'),
}

/** The keyword that binds a check in a revision; undefined where the check is not made. `own` is the level of its row. */
export const levelIn = (
  { id, level }: { readonly id: string; readonly level: Level },
  revision: Revision,
): Level | undefined => {
  const steps = Object.hasOwn(levelSteps, id) ? levelSteps[id]! : []
  const step = steps.findLast(([from]) => since(revision, from))
  return step === undefined ? level : step[1] === 'absent' ? undefined : step[1]
}
