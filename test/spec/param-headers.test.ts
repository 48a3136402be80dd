import { describe, expect, test } from 'vitest'
import { paramHeaders, paramHeadersOf } from '../../engine/mcp/param-headers.ts'

const executeSql = {
  type: 'object',
  properties: {
    region: {
      type: 'string',
      description: 'The region to execute the query in',
      'x-mcp-header': 'Region',
    },
    query: { type: 'string', description: 'The SQL query to execute' },
  },
  required: ['region', 'query'],
}

const marked = { type: 'string', 'x-mcp-header': 'A' }
const object = (properties: unknown, more: object = {}) => ({ type: 'object', properties, ...more })

describe('MCP 2026-07-28 Streamable HTTP, Custom Headers from Tool Parameters: the example', () => {
  test('the annotation names the field and the argument', () => {
    expect(paramHeadersOf(executeSql)).toEqual([{ header: 'Mcp-Param-Region', path: ['region'] }])
  })

  test('the call has the field', () => {
    const args = { region: 'us-west1', query: 'SELECT * FROM users' }
    expect(paramHeaders(paramHeadersOf(executeSql)!, args)).toEqual([
      ['Mcp-Param-Region', 'us-west1'],
    ])
  })
})

describe('MCP 2026-07-28 Streamable HTTP, Custom Headers from Tool Parameters: valid', () => {
  test.each(['string', 'integer', 'boolean'])('a parameter of type %s', (type) => {
    expect(paramHeadersOf(object({ a: { type, 'x-mcp-header': 'A' } }))).toEqual([
      { header: 'Mcp-Param-A', path: ['a'] },
    ])
  })

  test("every character of a token (RFC 9110 §5.6.2 tchar: !#$%&'*+-.^_`|~)", () => {
    const name = "!#$%&'*+-.^_`|~09azAZ"
    expect(paramHeadersOf(object({ a: { type: 'string', 'x-mcp-header': name } }))).toEqual([
      { header: `Mcp-Param-${name}`, path: ['a'] },
    ])
  })

  test('a property of a property, with other keywords beside the chain', () => {
    const inner = object({ b: marked, c: { type: 'integer', 'x-mcp-header': 'C' } })
    const schema = object({ a: inner, d: { anyOf: [{ type: 'string' }, { type: 'null' }] } })
    expect(paramHeadersOf(schema)).toEqual([
      { header: 'Mcp-Param-A', path: ['a', 'b'] },
      { header: 'Mcp-Param-C', path: ['a', 'c'] },
    ])
  })

  test.each([
    ['none', object({ a: { type: 'string' } })],
    ['a property of that name', object({ 'x-mcp-header': { type: 'string' } })],
    ['a definition of that name', { $defs: { 'x-mcp-header': { type: 'string' } } }],
    ['a default', object({ a: { type: 'object', default: { 'x-mcp-header': 'A' } } })],
    ['an example', object({}, { examples: [{ 'x-mcp-header': '' }] })],
    ['properties that are true or false', object({ a: true, b: false })],
    ['true', true],
    ['null', null],
    ['nothing', undefined],
    ['a text', 'x-mcp-header'],
  ])('no annotation, no field: %s', (_, schema) => {
    expect(paramHeadersOf(schema)).toEqual([])
  })

  test('a property with a name of the schema language is a step of the chain', () => {
    expect(paramHeadersOf(object({ items: object({ properties: marked }) }))).toEqual([
      { header: 'Mcp-Param-A', path: ['items', 'properties'] },
    ])
  })
})

describe('MCP 2026-07-28 Streamable HTTP, Custom Headers from Tool Parameters: the tool is left out', () => {
  test.each([
    '',
    ' ',
    'My Region',
    'Region:',
    'Region\r',
    'Region\n',
    'A\r\nX-Evil: 1',
    'A\0',
    'A\u007F',
    'A\t',
    'Région',
    'A/B',
    'A(B)',
    '"A"',
    null,
    1,
    true,
    ['A'],
    { toString: 'A' },
  ])('for the name %j', (name) => {
    expect(paramHeadersOf(object({ a: { type: 'string', 'x-mcp-header': name } }))).toBeUndefined()
  })

  test.each(['number', 'object', 'array', 'null', undefined, 'String', ['string'], {}])(
    'for a parameter of type %j',
    (type) => {
      expect(paramHeadersOf(object({ a: { type, 'x-mcp-header': 'A' } }))).toBeUndefined()
    },
  )

  test.each(['A', 'a'])('for two of one name, whatever its case: A, %s', (name) => {
    const again = { type: 'string', 'x-mcp-header': name }
    expect(paramHeadersOf(object({ a: marked, b: again }))).toBeUndefined()
    expect(paramHeadersOf(object({ a: marked, b: object({ c: again }) }))).toBeUndefined()
  })

  test.each([
    ['items', marked],
    ['items', object({ b: marked })],
    ['prefixItems', [marked]],
    ['contains', marked],
    ['oneOf', [{ type: 'null' }, marked]],
    ['anyOf', [marked]],
    ['allOf', [object({ b: marked })]],
    ['not', marked],
    ['if', object({ b: marked })],
    ['then', object({ b: marked })],
    ['else', object({ b: marked })],
    ['$defs', { b: marked }],
    ['$defs', { b: object({ c: marked }) }],
    ['definitions', { b: marked }],
    ['patternProperties', { '^b': marked }],
    ['additionalProperties', marked],
    ['dependentSchemas', { b: object({ c: marked }) }],
    ['x-ours', { deep: [marked] }],
    ['properties', [marked]],
    ['properties', { b: [marked] }],
  ])('for an annotation under %s: %j', (keyword, value) => {
    const schema = { [keyword]: value }
    expect(paramHeadersOf(schema)).toBeUndefined()
    expect(paramHeadersOf(object({ a: schema }))).toBeUndefined()
  })

  test('for an annotation of the root, or of a list', () => {
    expect(paramHeadersOf(marked)).toBeUndefined()
    expect(paramHeadersOf([marked])).toBeUndefined()
  })

  test('for an annotation that only a $ref leads to, or whose type only a $ref tells', () => {
    const $ref = '#/$defs/b'
    expect(paramHeadersOf(object({ a: { $ref } }, { $defs: { b: marked } }))).toBeUndefined()
    const untyped = object({ a: { $ref, 'x-mcp-header': 'A' } })
    expect(paramHeadersOf({ ...untyped, $defs: { b: { type: 'string' } } })).toBeUndefined()
  })

  test('for one bad annotation among good ones', () => {
    expect(paramHeadersOf(object({ a: marked, b: { items: marked } }))).toBeUndefined()
  })
})

describe('a hostile schema', () => {
  const nested = (opening: string, depth: number, inmost: unknown) => {
    const closing = '}'.repeat(opening.split('{').length - 1)
    const text = `${opening.repeat(depth)}${JSON.stringify(inmost)}${closing.repeat(depth)}`
    return JSON.parse(text) as unknown
  }
  const chained = (depth: number) => nested('{"properties":{"a":', depth, marked)

  test('deeply nested, is read to its end', () => {
    expect(paramHeadersOf(nested('{"not":', 4000, {}))).toEqual([])
    expect(paramHeadersOf(nested('{"not":', 4000, marked))).toBeUndefined()
  })

  test('with an endless chain of properties, has no field at the end', () => {
    expect(paramHeadersOf(chained(32))).toHaveLength(1)
    expect(paramHeadersOf(chained(33))).toBeUndefined()
    expect(paramHeadersOf(chained(2000))).toBeUndefined()
  })

  test('as wide as it is long, is read', () => {
    const wide = Array.from({ length: 130_000 }, (_, index) => [`p${index}`, { type: 'string' }])
    expect(paramHeadersOf(object(Object.fromEntries(wide)))).toEqual([])
  })

  test('with a property __proto__, names only what an argument has of its own', () => {
    const schema = JSON.parse(
      '{"properties":{"__proto__":{"properties":{"a":{"type":"string","x-mcp-header":"A"}}}}}',
    ) as unknown
    const list = paramHeadersOf(schema)!
    expect(list).toEqual([{ header: 'Mcp-Param-A', path: ['__proto__', 'a'] }])
    expect(paramHeaders(list, JSON.parse('{"__proto__":{"a":"own"}}'))).toEqual([
      ['Mcp-Param-A', 'own'],
    ])
    expect(paramHeaders(list, Object.create({ a: 'inherited' }))).toEqual([])
  })

  test('an annotation that is inherited is none', () => {
    const inherits = Object.assign(Object.create({ 'x-mcp-header': 'A' }) as object, {
      type: 'string',
    })
    expect(paramHeadersOf(object({ a: inherits }))).toEqual([])
  })
})

describe('MCP 2026-07-28 Streamable HTTP, Value Encoding: the field of a value', () => {
  const a = [{ header: 'Mcp-Param-A', path: ['a'] }]
  test.each([
    ['us-west1', 'us-west1'],
    ['Hello, 世界', '=?base64?SGVsbG8sIOS4lueVjA==?='],
    [' padded ', '=?base64?IHBhZGRlZCA=?='],
    ['line1\nline2', '=?base64?bGluZTEKbGluZTI=?='],
    ['=?base64?literal?=', '=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?='],
    ['42', '42'],
    [42, '42'],
    [-7, '-7'],
    [0, '0'],
    [-0, '0'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [Number.MIN_SAFE_INTEGER, '-9007199254740991'],
    [true, 'true'],
    [false, 'false'],
  ])('%j: %s', (value, field) => {
    expect(paramHeaders(a, { a: value })).toEqual([['Mcp-Param-A', field]])
  })

  test.each([null, undefined, 2 ** 53, 1e21, 1.5, NaN, Infinity, {}, [], ['x']])(
    'none for %j',
    (value) => {
      expect(paramHeaders(a, { a: value })).toEqual([])
    },
  )

  test.each([{}, null, undefined, 'a', 1, [], ['a'], { b: 'x' }, Object.create({ a: 'x' })])(
    'none where arguments lack it: %j',
    (args) => {
      expect(paramHeaders(a, args)).toEqual([])
    },
  )

  test('the value is read at the exact path', () => {
    const nested = [{ header: 'Mcp-Param-B', path: ['a', 'b'] }]
    expect(paramHeaders(nested, { a: { b: 'x' }, b: 'y' })).toEqual([['Mcp-Param-B', 'x']])
    expect(paramHeaders(nested, { 'a.b': 'x', b: 'y', a: 'b' })).toEqual([])
  })

  test('a list or a text has no members to read', () => {
    const length = [{ header: 'Mcp-Param-Length', path: ['a', 'length'] }]
    expect(paramHeaders(length, { a: ['x'] })).toEqual([])
    expect(paramHeaders(length, { a: 'x' })).toEqual([])
  })

  test('fields come in the order of the list, without those that are not there', () => {
    const list = ['c', 'a', 'b'].map((name) => ({ header: `Mcp-Param-${name}`, path: [name] }))
    expect(paramHeaders(list, { a: 1, b: null, c: true })).toEqual([
      ['Mcp-Param-c', 'true'],
      ['Mcp-Param-a', '1'],
    ])
  })
})
