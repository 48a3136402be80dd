import fc from 'fast-check'
import { PROTOCOL, PROTOCOL_VERSION } from '../../web/element/protocol.ts'
import { anyText } from './hostile.ts'
import { anyEmbedHash } from './hostile-links.ts'

const names = [
  'name',
  'version',
  'type',
  'step',
  'theme',
  'query',
  'sizes',
  'scenario',
  'length',
  'height',
  'message',
  'ending',
  'sentence',
  'by',
  'at',
] as const

const types = ['hello', 'goto', 'setTheme', 'show', 'ready', 'height', 'step', 'outcome'] as const

const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.jsonValue(),
  fc.double(),
  fc.constantFrom(
    -1,
    0,
    1e6,
    999_999,
    0.5,
    '1',
    null,
    true,
    [],
    {},
    'dark',
    'token-request',
    'won',
  ),
)

/** Messages that have the name and the version of the protocol, so that only what else is in them is wrong. */
const sealed: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.oneof(fc.constantFrom(...types), anyText),
    fc.dictionary(fc.constantFrom(...names), anyValue, { maxKeys: 6, noNullPrototype: true }),
    fc.oneof(
      fc.constant({}),
      anyEmbedHash.map((query) => ({ query })),
    ),
  )
  .map(([type, fields, more]) => ({
    name: PROTOCOL,
    version: PROTOCOL_VERSION,
    ...fields,
    ...more,
    type,
  }))

/** Anything at all that another window may send, and that JSON can hold. */
export const anyMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: sealed },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: fc.jsonValue() },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.oneof(fc.constantFrom(...names), anyText), anyValue, {
      noNullPrototype: true,
    }),
  },
)
