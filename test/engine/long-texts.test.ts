import { expect, test } from 'vitest'
import { startRun, type WireMessage } from '../../engine/index.ts'
import { preflightAnswer } from '../../engine/network/cross-origin.ts'
import { getDomain } from '../../engine/network/public-suffix.ts'
import { parseChallenges } from '../../engine/oauth/www-authenticate.ts'
import { withField } from '../../engine/wire/one-field.ts'
import { withChallengeParameter, withPair, withQueryPair } from '../../engine/wire/pairs.ts'
import { readRaw } from '../../engine/wire/raw.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

const run = startRun({ scenario: firstContact, seed: 'long' })
await run.finish()
const challenge = run.log.find(({ name }) => name === 'mcp-challenge') as WireMessage
const called = run.log.find(({ name }) => name === 'mcp-response') as WireMessage

const MANY = 300_000
const many = (text: string) => text.repeat(MANY)

const withToken = (text: string): WireMessage =>
  called.kind === 'response'
    ? { ...called, response: { ...called.response, headers: [['Authorization', text]], body: '' } }
    : called

// Whoever looks at each letter once for every other needs longer than a test may take.
test.each<readonly [name: string, text: string, read: (text: string) => unknown]>([
  ['a header', `HTTP/1.1 200 OK\nA: x${many(' ')}x\n\n`, (text) => readRaw(text, challenge)],
  ['a message of line ends', many('\r\n'), (text) => readRaw(text, challenge)],
  ['a challenge', many('a'), (text) => parseChallenges(text)],
  ['a challenge of commas', many(','), (text) => parseChallenges(text)],
  [
    'a parameter of a challenge',
    many('a'),
    (text) => withChallengeParameter(text, 'realm', 0, 'x'),
  ],
  [
    'a challenge before its parameter',
    `Bearer a=b,${many(' ')}realm=x`,
    (text) => withChallengeParameter(text, 'realm', 0, undefined),
  ],
  ['a form', many('a&'), (text) => withPair(text, ['0', 'b'], 'x')],
  [
    'a query',
    `https://notes.example/?${many('=')}`,
    (text) => withQueryPair(text, ['0', 'b'], 'x'),
  ],
  [
    'a signature',
    `Bearer e30.e30.${many('a')}`,
    (text) => withField(withToken(text), 'header.0.Authorization.signature.signature', 'x'),
  ],
  ['a host', many('a'), getDomain],
  ['a host of dots', many('.'), getDomain],
  [
    'a path of slashes',
    `https://notes.example${many('/')}x`,
    (url) =>
      preflightAnswer(
        {
          method: 'OPTIONS',
          url,
          headers: [
            ['Origin', 'https://page.example'],
            ['Access-Control-Request-Method', 'GET'],
          ],
        },
        { allowed: ['https://page.example'], closedPaths: ['/authorize'] },
      ),
  ],
])('%s of hundreds of thousands of characters is read once', (_, text, read) => {
  expect(() => read(text)).not.toThrow()
})
