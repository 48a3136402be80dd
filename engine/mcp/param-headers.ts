import { encodeHeaderValue } from './header-value.ts'

/** A header field that repeats one argument of a tool's calls. */
export interface ParamHeader {
  /** The field's whole name: `Mcp-Param-Region`. */
  readonly header: string
  /** The names that lead from the arguments' root to the value. */
  readonly path: readonly string[]
}

interface Place {
  readonly schema: unknown
  /** The names that lead here by `properties` alone; undefined where something else lies on the way. */
  readonly path: readonly string[] | undefined
}

const ANNOTATION = 'x-mcp-header'
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const PRIMITIVES: ReadonlySet<unknown> = new Set(['integer', 'string', 'boolean'])

// What stands directly under these has a name of the author's choice, which may be that of a keyword.
const NAMED: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependentRequired',
  'dependencies',
  '$defs',
  'definitions',
])

// What stands under these is a value, not a schema: nothing in it annotates.
const VALUES: ReadonlySet<string> = new Set(['const', 'default', 'enum', 'examples'])

// Our own limit: the schema is the server's, and every step copies the path.
const LONGEST_PATH = 32

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const placesIn = ({ schema, path }: Place): readonly Place[] => {
  if (Array.isArray(schema)) return schema.map((item) => ({ schema: item, path: undefined }))
  if (!isObject(schema)) return []
  return Object.entries(schema).flatMap(([keyword, value]): readonly Place[] => {
    if (VALUES.has(keyword)) return []
    if (!NAMED.has(keyword) || !isObject(value)) return [{ schema: value, path: undefined }]
    // An annotation MUST be reached by `properties` alone.
    const chain = keyword === 'properties' && path && path.length < LONGEST_PATH ? path : undefined
    return Object.entries(value).map(([name, under]) => ({
      schema: under,
      path: chain && [...chain, name],
    }))
  })
}

const fieldAt = ({ schema, path }: Place): ParamHeader | undefined => {
  const { [ANNOTATION]: name, type } = schema as Readonly<Record<string, unknown>>
  // The name MUST be a token, and what it names MUST be primitive, `number` not being so.
  return path?.length && typeof name === 'string' && TOKEN.test(name) && PRIMITIVES.has(type)
    ? { header: `Mcp-Param-${name}`, path }
    : undefined
}

/**
 * Reads from a tool's `inputSchema` which arguments its calls repeat in header fields; undefined where an annotation is invalid,
 * and the tool has to be left out.
 * @see [MCP 2026-07-28 Streamable HTTP - Custom Headers from Tool Parameters](https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#custom-headers-from-tool-parameters)
 */
export const paramHeadersOf = (inputSchema: unknown): readonly ParamHeader[] | undefined => {
  const places: Place[] = [{ schema: inputSchema, path: [] }]
  const fields = new Map<string, ParamHeader>()
  // A queue, which grows as it is read: a schema may be nested deeper than calls can be.
  for (const place of places) {
    if (isObject(place.schema) && Object.hasOwn(place.schema, ANNOTATION)) {
      const field = fieldAt(place)
      const key = field?.header.toLowerCase()
      // Names MUST be unique, whatever the case of their letters.
      if (!field || !key || fields.has(key)) return undefined
      fields.set(key, field)
    }
    for (const inside of placesIn(place)) places.push(inside)
  }
  return [...fields.values()]
}

const valueAt = (args: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    args,
  )

const textOf = (value: unknown): string | undefined =>
  // Integers MUST be safe. What is of no type that a field can repeat is not repeated.
  typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value)
    ? String(value)
    : undefined

/**
 * Writes the header fields that repeat a call's arguments; one that is absent or null has no field.
 * @see [MCP 2026-07-28 Streamable HTTP - Client Behavior](https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#client-behavior)
 */
export const paramHeaders = (
  list: readonly ParamHeader[],
  args: unknown,
): readonly (readonly [string, string])[] =>
  list.flatMap(({ header, path }) => {
    const text = textOf(valueAt(args, path))
    return text === undefined ? [] : [[header, encodeHeaderValue(text)] as const]
  })
