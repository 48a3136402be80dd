import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  harOf,
  linkTo,
  markdownLink,
  markdownOf,
  mermaidOf,
  pictureOf,
  runInText,
  type ShownRun,
} from '../../engine/export/index.ts'
import type { Decision } from '../../engine/index.ts'
import { LARGEST_FILE, reopen } from '../../engine/reopen.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { everyRun, HOSTILE, hostileRun } from '../export/shown.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const problemIn = (text: string | Uint8Array) => {
  const read = reopen(typeof text === 'string' ? bytes(text) : text)
  return 'problem' in read ? read.problem : `no problem, but ${read.link}`
}

const forms: Readonly<Record<string, (run: ShownRun) => string>> = {
  'an HTTP archive': harOf,
  'a Markdown table': markdownOf,
  'a Markdown link': markdownLink,
  'a Mermaid diagram': (run) => mermaidOf({ ...run, title: run.scenario.title }),
  'a picture': (run) => pictureOf({ ...run, title: run.scenario.title, theme: 'light' }),
  'HTTP text': runInText,
  'a link': ({ link }) => `${link}\r\n`,
}

const changed: readonly Decision[] = [
  { kind: 'consent', choice: 'deny' },
  { kind: 'raw', at: 6, text: `HTTP/1.1 200 OK\n\n${HOSTILE}` },
  { kind: 'field', at: 13, path: 'query.1.client_id', value: HOSTILE },
]

describe.each(Object.keys(forms))('%s that left the lab', (form) => {
  test('opens the run that it was made of', async () => {
    for (const run of await everyRun()) {
      const file = bytes(forms[form]!(run))
      expect(file.length).toBeLessThan(LARGEST_FILE)
      expect(reopen(file)).toEqual({ link: run.link!.split('#')[1] })
    }
  })

  test('opens it with whatever somebody wrote into its messages', async () => {
    const run = { ...(await hostileRun()), scenario: firstContact }
    const place = { seed: 'x', place: 7, decisions: changed, pane: 'tamper' }
    const link = await linkTo(firstContact, place)
    const file = forms[form]!({ ...run, link: `http://a.example/b%20c/index.html#${link}` })
    expect(reopen(bytes(file))).toEqual({ link })
  })
})

describe('a file that is none of the lab says what is wrong with it:', () => {
  test.each([
    ['it is empty', '', 'empty'],
    ['it has no link', 'Dear diary', 'no link to a run'],
    ['it has another link', 'https://lab.example/#/proof', 'no link to a run'],
    ['it is an archive of somebody else', '{"log":{"entries":[]}}', 'no `log._handshakeLab`'],
    ['it is some other JSON', '{"name":"handshake-lab"}', '`log` is no object'],
    ['its link is none', '{"log":{"_handshakeLab":{"link":5}}}', '`log._handshakeLab.link` is no'],
    [
      'its link leads elsewhere',
      '{"log":{"_handshakeLab":{"link":"javascript:alert(1)"}}}',
      '`log._handshakeLab.link` leads to no run',
    ],
    ['it is cut off', '{"log":{"_handshakeLab":{"link":"http', 'position'],
    ['it is no text', new Uint8Array([0xff, 0xfe, 0x41, 0x00]), 'UTF-8'],
    ['it is a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'SVG'],
    ['it is too large', new Uint8Array(LARGEST_FILE + 1), '5,000,001 bytes'],
    ['its link is too long', `#/lab/pkce?do=${'a'.repeat(600_000)}`, 'longer than 500,000'],
    ['it is nested without end', '{"log":'.repeat(700_000), 'JSON is broken'],
    [
      'it is nested very deeply',
      `${'{"log":'.repeat(600_000)}1${'}'.repeat(600_000)}`,
      'handshakeLab',
    ],
  ])('%s', (_, text, named) => {
    expect(problemIn(text)).toContain(named)
    expect(problemIn(text).length).toBeLessThan(400)
  })

  test('this one', () => {
    expect(problemIn(readFileSync(new URL('../../package.json', import.meta.url)))).toContain(
      'JSON',
    )
  })
})

test('any bytes are read without an exception', () => {
  const piece = fc.constantFrom('{', '"log"', ':', '#/lab/', 'pkce', '?', '<svg>', '&#38;', HOSTILE)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map(bytes),
        fc.array(piece).map((all) => bytes(all.join(''))),
      ),
      (file) => {
        const read = reopen(file)
        expect('link' in read ? read.link : read.problem).toMatch(
          'link' in read ? /^\/lab\/[a-z0-9-]+(\?|$)/ : /^[^]{4,400}$/,
        )
      },
    ),
  )
})
