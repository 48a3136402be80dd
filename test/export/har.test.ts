import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { harOf } from '../../engine/export/index.ts'
import { LAB_VERSION } from '../../engine/export/har.ts'
import { messageText } from '../../engine/index.ts'
import { everyRun, hostileRun, shownRun } from './shown.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

const { har, ...others } = createRequire(import.meta.url)('har-schema') as Record<string, object>
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
ajv.addMetaSchema(draft6)
ajv.addSchema(Object.values(others))
const valid = ajv.compile(har!)

/** What the HAR schema has against an archive. */
const complaints = (archive: string): string[] =>
  valid(JSON.parse(archive))
    ? []
    : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

interface Archive {
  readonly log: {
    readonly creator: { readonly version: string }
    readonly entries: readonly {
      readonly startedDateTime: string
      readonly time: number
      readonly request: { readonly method: string; readonly url: string }
      readonly response: { readonly status: number; readonly content: { readonly text?: string } }
    }[]
    readonly _handshakeLab: { readonly others: readonly unknown[] }
  }
}
const read = (archive: string) => (JSON.parse(archive) as Archive).log

test('HAR 1.2 every run is an archive that its schema takes', async () => {
  for (const run of await everyRun())
    expect([run.scenario.id, ...complaints(harOf(run))]).toEqual([run.scenario.id])
})

test('HAR 1.2 the schema takes a run full of hostile text, and would not take anything', async () => {
  const archive = harOf(await hostileRun())
  expect(complaints(archive)).toEqual([])
  expect(complaints(archive.replace('"httpVersion"', '"version"'))).not.toEqual([])
})

test('an archive has one entry for each request, with its own answer, and loses no message', async () => {
  for (const run of await everyRun()) {
    const { entries, _handshakeLab } = read(harOf(run))
    const requests = run.log.flatMap((message) => (message.kind === 'request' ? [message] : []))
    expect(entries.map(({ request }) => [request.method, request.url])).toEqual(
      requests.map(({ request }) => [request.method, request.url]),
    )
    const answers = entries.filter(({ response }) => response.status !== 0)
    expect(requests.length + answers.length + _handshakeLab.others.length).toBe(run.log.length)
    for (const [at, { exchange }] of requests.entries()) {
      const answer = run.log.find((one) => one.kind === 'response' && one.exchange === exchange)
      if (answer?.kind !== 'response') continue
      expect(entries[at]!.response.status).toBe(answer.response.status)
      expect(messageText(answer).endsWith(entries[at]!.response.content.text!)).toBe(true)
    }
  }
})

test('an archive tells the time of the virtual clock', async () => {
  const decisions = [{ kind: 'authorization-server', choice: 'slow' } as const]
  const { entries } = read(harOf(await shownRun(firstContact, { decisions })))
  expect(entries[0]!.startedDateTime).toBe('2025-06-18T09:00:01.000Z')
  expect(Math.max(...entries.map(({ time }) => time))).toBeGreaterThan(60_000)
})

test('a request that nobody answered has the status 0', async () => {
  const run = await shownRun(firstContact, { decisions: [{ kind: 'drop', at: 1 }] })
  const archive = harOf(run)
  expect(complaints(archive)).toEqual([])
  expect(read(archive).entries[0]!.response.status).toBe(0)
})

test('an archive names the version of the lab that wrote it', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { version: string }
  expect(LAB_VERSION).toBe(version)
})
