import fc from 'fast-check'
import { formatPlace, revisions, type Decision } from '../../engine/index.ts'
import { packDecisions } from '../../engine/packed.ts'
import { embedParameters } from '../../web/element/options.ts'
import { anyDecision } from '../engine/any-decision.ts'
import { oldLinks } from '../engine/old-links.ts'
import { anyText, mutated, sampled } from './hostile.ts'

/** Stories that are played in a moment: most of what is asked of them is broken, and some hundred links are opened. */
const stories = [
  'pkce',
  'when-not-to',
  'first-contact',
  'redirect-uri-unchecked',
  'forged-token',
  'url-to-shell',
  'dangerous-scheme',
  'ssrf-discovery',
  'confused-deputy',
  'mix-up',
] as const

const panes = ['message', 'checks', 'tamper', 'browser', 'states', 'transcript', 'notebook', 'none']

/** Percent-encoded, where a browser can: a lone surrogate stays as it is. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

/** A text as it may stand in a link: encoded once, twice, or not at all. */
const inLink: fc.Arbitrary<string> = fc
  .tuple(anyText, fc.integer({ min: 0, max: 3 }))
  .map(([text, times]) =>
    times === 0 ? text : times === 3 ? encoded(encoded(text)) : encoded(text),
  )

const place = fc.oneof(fc.integer({ min: -1, max: 60 }).map(String), inLink)
const kinds = ['drop', 'delay', 'duplicate', 'status', 'corrupt', 'edit', 'field', 'remove', 'raw']
const paths = [
  'query%252E0%252Ea',
  'header%252E0%252EHost',
  'json%252E__proto__',
  'form%252E0%252Ecode',
  'start%252Epath',
  'content.__proto__',
  'body',
  'url',
]

/** One decision as a link has it, mostly broken somewhere. */
const decision: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.constantFrom(...kinds), place, inLink).map((all) => all.join('.')),
  fc
    .tuple(
      fc.constantFrom('edit', 'field', 'remove'),
      place,
      fc.constantFrom(...paths),
      inLink.map(encoded),
    )
    .map((all) => all.join('.')),
  fc
    .tuple(fc.integer({ min: 1, max: 50 }), anyText)
    .map(([at, text]) => `raw.${at}.${encoded(encoded(text)).replaceAll('.', '%252E')}`),
  inLink,
)

const decisions = fc.array(decision, { minLength: 1, maxLength: 3 }).map((all) => all.join('~'))

/** Changes packed as the lab packs them, a few of which no lab would pack. */
const packed: readonly string[] = await Promise.all(
  [
    ...sampled(fc.array(anyDecision, { minLength: 1, maxLength: 6 }), 8, 1),
    [{ kind: 'raw', at: 6, text: `HTTP/1.1 200 OK\n\n${'<b>'.repeat(6_000)}` }],
    [{ kind: 'consent', choice: 'deny', at: '<img>' }],
    Array.from({ length: 300 }, (_, at) => ({ kind: 'duplicate', at: at + 1 })),
    [' '.repeat(5_000_000)],
  ].map(async (list) => (await packDecisions(list as Decision[])) ?? ''),
)

const parts: Readonly<Record<string, fc.Arbitrary<string>>> = {
  v: inLink,
  rev: inLink,
  reg: inLink,
  var: inLink,
  forget: inLink,
  seed: inLink,
  at: inLink,
  pane: inLink,
  do: decisions,
  z: fc.oneof(mutated(fc.constantFrom(...packed)), fc.constantFrom(...packed), inLink),
}

const pairs = (from: Readonly<Record<string, fc.Arbitrary<string>>>) =>
  fc.array(
    fc
      .constantFrom(...Object.keys(from))
      .chain((name) => from[name]!.map((text) => `${name}=${text}`)),
    { minLength: 1, maxLength: 3 },
  )

/** A link that a lab could have written, of either version. */
const goodQuery: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oldLinks.map(([link]) => link)),
  fc
    .record(
      {
        revision: fc.constantFrom(...revisions),
        seed: fc.stringMatching(/^[a-z]{1,12}$/),
        place: fc.nat({ max: 60 }),
        decisions: fc.array(anyDecision, { maxLength: 4 }),
        pane: fc.constantFrom(...panes),
      },
      { requiredKeys: ['place', 'decisions'], noNullPrototype: true },
    )
    .map((spot) => formatPlace(spot)),
)

const MOST = 200_000

const query: fc.Arbitrary<string> = fc
  .oneof(
    pairs(parts).map((all) => [...all, 'v=2', 'at=9'].join('&')),
    mutated(goodQuery),
    goodQuery,
  )
  .map((text) => text.slice(0, MOST))

/** The hash of a link to the lab: broken in one of its parts or in several, cut, or of a good link with something put in. */
export const anyLabHash: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.constantFrom(...stories), query)
      .map(([id, asked]) => `/lab/${id}?${asked}`),
  },
  {
    weight: 1,
    arbitrary: mutated(
      fc.tuple(fc.constantFrom(...stories), goodQuery).map(([id, asked]) => `/lab/${id}?${asked}`),
    ),
  },
)

const pages = [
  '/',
  '/both/confused-deputy',
  '/both/dangerous-scheme',
  '/changes',
  '/glossary',
  '/glossary/pkce',
  '/checklist',
  '/checklist/client',
  '/workings',
  '/teach',
  '/embed-it',
  '/embed',
  '/nowhere',
]

/** The hash of a link to a page besides the lab, or to none. */
export const anyPageHash: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...pages), fc.oneof(query, inLink, embedQuery()))
      .map((all) => all.join('?')),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          '/',
          '/lab/',
          '/both/',
          '',
          '/glossary/',
          '/checklist/',
          '/proof?rev=',
          '/embed?scenario=',
          '/embed-it?base=',
        ),
        inLink,
      )
      .map((all) => all.join('')),
  },
)

function embedQuery(): fc.Arbitrary<string> {
  const given: Record<string, fc.Arbitrary<string>> = Object.fromEntries(
    [...embedParameters, 'debug', 'as', 'base'].map((name) => [name, inLink]),
  )
  given['do'] = decisions
  given['step'] = fc.oneof(place, inLink)
  const good = fc
    .tuple(
      fc.constantFrom(...stories),
      fc.nat({ max: 40 }),
      fc.constantFrom(
        '',
        '&checks=on',
        '&view=both',
        '&theme=dark',
        '&controls=off',
        '&forget=nothing',
      ),
    )
    .map(([scenario, step, more]) => `scenario=${scenario}&step=${step}${more}`)
  return fc
    .oneof(
      fc.tuple(good, pairs(given)).map(([known, all]) => [known, ...all].join('&')),
      pairs(given).map((all) => all.join('&')),
      mutated(good),
      good,
    )
    .map((text) => text.slice(0, MOST))
}

/** What follows the `#` of an embed. */
export const anyEmbedHash: fc.Arbitrary<string> = embedQuery()
