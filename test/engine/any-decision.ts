import fc from 'fast-check'
import { choices, type Decision } from '../../engine/decisions.ts'

/** Every choice about the parties of a run. */
export const allChoices: readonly Decision[] = Object.entries(choices).flatMap(([kind, list]) =>
  list.map((choice) => ({ kind, choice }) as Decision),
)

const part = fc.oneof(
  fc.constantFrom('method', 'url', 'status', 'body'),
  fc.stringMatching(/^(header|content)\.[\w-]{1,80}$/),
)

const path = fc
  .tuple(
    fc.constantFrom('start', 'query', 'header', 'form', 'json', 'html', 'local', 'text'),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  .map((steps) => steps.join('.'))

const plain = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>

/** Everything that can be done to a message, with ids, parts, values and paths of fields of these kinds. */
export const anyFault = (
  at: fc.Arbitrary<number>,
  parts: fc.Arbitrary<string> = part,
  value: fc.Arbitrary<string> = fc.string({ unit: 'grapheme', maxLength: 200 }),
  paths: fc.Arbitrary<string> = path,
): fc.Arbitrary<Decision> =>
  fc.oneof(
    plain({ kind: fc.constantFrom('drop', 'duplicate', 'corrupt'), at }),
    plain({ kind: fc.constant('delay'), at, seconds: fc.integer({ min: 1, max: 100_000_000 }) }),
    plain({ kind: fc.constant('status'), at, status: fc.integer({ min: 100, max: 599 }) }),
    plain({ kind: fc.constant('edit'), at, part: parts, value }),
    plain({ kind: fc.constant('field'), at, path: paths, value }),
    plain({ kind: fc.constant('remove'), at, path: paths }),
    plain({ kind: fc.constant('raw'), at, text: value }),
  )

/** Any decision at all. */
export const anyDecision: fc.Arbitrary<Decision> = fc.oneof(
  fc.constantFrom(...allChoices),
  anyFault(fc.integer({ min: 1, max: 100_000 })),
)
