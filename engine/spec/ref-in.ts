import { refs, type RefId } from './refs.ts'
import { revisions, type Revision } from './revisions.ts'

/** A section as the ids of one revision name it: page and heading, without the date. */
type SectionIn<R extends Revision> = RefId extends infer Id
  ? Id extends `mcp-${R}-${infer Section}`
    ? Section
    : never
  : never

/** One section through the revisions; left out where a revision has nothing like it. */
type Moved = { readonly [R in Revision]?: SectionIn<R> }

type Before = SectionIn<'2025-03-26'> & SectionIn<'2025-06-18'> & SectionIn<'2025-11-25'>

const in2026 = (before: Before, after: SectionIn<'2026-07-28'>): Moved => ({
  '2025-03-26': before,
  '2025-06-18': before,
  '2025-11-25': before,
  '2026-07-28': after,
})

// Sections that were renamed; what only went to another page when its page was split is not among them. The first two rows
// part what is called the same and is not: duties of security, and how to read a client's metadata document.
const moved: readonly Moved[] = [
  { '2025-03-26': 'authorization-implementation-requirements' },
  {
    '2025-11-25': 'authorization-implementation-requirements',
    '2026-07-28': 'client-registration-implementation-requirements',
  },
  {
    '2025-03-26': 'authorization-server-metadata-discovery',
    '2025-06-18': 'authorization-server-metadata-discovery',
    '2025-11-25': 'authorization-authorization-server-metadata-discovery',
    '2026-07-28': 'authorization-server-discovery-authorization-server-metadata-discovery',
  },
  {
    '2025-06-18': 'authorization-sequence-diagram',
    '2025-11-25': 'authorization-authorization-server-discovery-sequence-diagram',
    '2026-07-28': 'authorization-server-discovery-sequence-diagram',
  },
  {
    '2025-11-25': 'authorization-client-registration-approaches',
    '2026-07-28': 'authorization-client-registration',
  },
  {
    '2025-11-25': 'authorization-preregistration',
    '2026-07-28': 'client-registration-pre-registration',
  },
  {
    '2025-11-25': 'authorization-discovery',
    '2026-07-28': 'client-registration-advertising-cimd-support',
  },
  in2026('lifecycle-version-negotiation', 'versioning-protocol-version-negotiation'),
  in2026('transports-security-warning', 'streamable-http-security-endpoint'),
  in2026('transports-sending-messages-to-the-server', 'streamable-http-sending-messages'),
  in2026('transports-backwards-compatibility', 'streamable-http-backward-compatibility'),
  in2026('security-session-hijacking', 'security-state-handle-hijacking'),
]

type Gathered<R extends Revision> = Readonly<Partial<Record<SectionIn<'2025-11-25'>, SectionIn<R>>>>

// Where one section treats what 2025-11-25 keeps in several. These lead there, and not back.
const gathered: { readonly [R in Revision]?: Gathered<R> } = {
  '2025-03-26': {
    'authorization-authorization-server-location': 'authorization-authorization-base-url',
    'authorization-token-audience-binding-and-validation': 'authorization-token-handling',
    'authorization-access-token-privilege-restriction': 'authorization-token-handling',
    'authorization-token-theft': 'authorization-security-considerations',
    'authorization-communication-security': 'authorization-security-considerations',
    'authorization-open-redirection': 'authorization-security-considerations',
    'authorization-authorization-code-protection': 'authorization-implementation-requirements',
    'authorization-confused-deputy-problem': 'security-confused-deputy-problem',
    'authorization-scope-challenge-handling': 'authorization-error-handling',
    'authorization-runtime-insufficient-scope-errors': 'authorization-error-handling',
  },
  '2025-06-18': {
    'authorization-protected-resource-metadata-discovery-requirements':
      'authorization-authorization-server-location',
    'authorization-scope-challenge-handling': 'authorization-error-handling',
    'authorization-runtime-insufficient-scope-errors': 'authorization-error-handling',
  },
  '2026-07-28': {
    'lifecycle-error-handling': 'versioning-protocol-version-negotiation',
    'transports-session-management': 'streamable-http-earlier-streamable-http-revisions',
    'transports-listening-for-messages-from-the-server':
      'streamable-http-earlier-streamable-http-revisions',
  },
}

/** Pages that were one page before 2026-07-28, and the page that they were. */
const splits = [
  [
    'authorization-server-discovery',
    'client-registration',
    'security-considerations',
    'authorization',
  ],
  ['streamable-http', 'transports'],
] as const

const isRef = (id: string): id is RefId => Object.hasOwn(refs, id)

/** The names under which a section could stand in another revision: its own, and that on each page its page was split into. */
const namesakes = (section: string): readonly string[] => {
  for (const pages of splits) {
    const page = pages.find((one) => section.startsWith(`${one}-`))
    if (page) return [section, ...pages.map((one) => one + section.slice(page.length))]
  }
  return [section]
}

/** The section of another revision that is called the same, or took its place. */
const counterpart = (section: string, from: Revision, to: Revision): RefId | undefined => {
  const row = moved.find((names) => names[from] === section)
  const names = row ? [row[to]] : namesakes(section)
  return names.map((name) => `mcp-${to}-${name}`).find(isRef)
}

/**
 * Where a revision of MCP says what a section of another says: the id of its own section, or the one given, where it has
 * none. What other specifications say is the same in every revision.
 */
export const refIn = (id: RefId, revision: Revision): RefId => {
  const from = revisions.find((one) => id.startsWith(`mcp-${one}-`))
  if (from === undefined || from === revision) return id
  const section = id.slice(`mcp-${from}-`.length)
  const own = counterpart(section, from, revision)
  if (own) return own
  const inNovember = from === '2025-11-25' ? id : counterpart(section, from, '2025-11-25')
  const into = Object.entries(gathered[revision] ?? {}).find(
    ([name]) => `mcp-2025-11-25-${name}` === inNovember,
  )
  return into ? (`mcp-${revision}-${into[1]}` as RefId) : id
}
