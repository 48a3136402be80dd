import type { MirroredField } from '../mcp/meta.ts'
import { check, holds } from './check.ts'

/** What a request says of itself where there are no sessions: in its headers, and in its body. */
export interface RequestMetadataFacts {
  /** The version first: it decides what the others have to be. */
  readonly mirrored: readonly MirroredField[]
  readonly supportedVersions: readonly string[]
  /** What `_meta` lacks; undefined when it lacks nothing, and of a notification. */
  readonly metaMissing: string | undefined
}

const agrees = ({ raw, inHeader, inBody, required }: MirroredField): boolean =>
  raw === undefined ? !required : inBody === undefined || inHeader === inBody

const written = ({ header, raw }: MirroredField): string =>
  raw === undefined ? `no ${header}` : `${header}: ${raw}`

/** The header fields of a request repeat its body, and are compared with it. */
export const metadataMatches = check({
  id: 'rs/request-metadata-matches',
  level: 'MUST',
  refs: [
    'mcp-2026-07-28-streamable-http-server-validation',
    'mcp-2026-07-28-streamable-http-standard-request-headers',
    'mcp-2026-07-28-streamable-http-protocol-version-header',
    'mcp-2026-07-28-streamable-http-value-encoding',
  ],
  says: 'The header fields MCP-Protocol-Version, Mcp-Method and Mcp-Name say the same as the body, so that whoever reads only headers sees the request that is carried out.',
  fails: 'the headers do not say what the body says',
  reason: 'request-metadata-mismatch',
  compare: ({ mirrored, supportedVersions }: RequestMetadataFacts) => {
    // What else the headers of another version have to say is not known here.
    const known = supportedVersions.includes(mirrored[0]?.raw ?? '')
    const looked = known ? mirrored : mirrored.slice(0, 1)
    const wrong = looked.find((field) => !agrees(field))
    const right = looked.filter(({ raw }) => raw !== undefined).map(written)
    return wrong === undefined
      ? holds(true, 'headers that repeat the body', right.join(', ') || 'none needed')
      : holds(false, `${wrong.header}: ${wrong.inBody ?? '…'}`, written(wrong))
  },
})

/** Every request carries its own description in its body. */
export const metadataPresent = check({
  id: 'rs/request-metadata-present',
  level: 'MUST',
  refs: ['mcp-2026-07-28-base-meta', 'mcp-2026-07-28-base-statelessness'],
  says: 'Every request says in `_meta` which version of MCP it is written in and what its sender can do; nothing is taken from an earlier one.',
  fails: 'the request does not say what it is',
  reason: 'request-metadata-missing',
  compare: ({ metaMissing }: RequestMetadataFacts) =>
    holds(
      metaMissing === undefined,
      '`_meta` with protocolVersion and clientCapabilities',
      metaMissing === undefined ? 'both' : `none of the right type under ${metaMissing}`,
    ),
})
