import { expect, test } from 'vitest'
import {
  findingsAt,
  firstDifference,
  mattersIn,
  pageIn,
  phases,
  settled,
  startRun,
  storyOf,
  stretchesOf,
  toldBy,
  type Decision,
} from '../../engine/index.ts'
import { fieldsOf, meaningOf } from '../../engine/explain.ts'
import { likenessOf } from '../../engine/likeness.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { attacks } from '../../scenarios/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

const logOf = async (decisions: readonly Decision[] = []) => {
  const run = startRun({ scenario: firstContact, seed: 'story', decisions })
  await run.finish()
  return run.log
}
const log = await logOf()

test('the stretches of an undisturbed run are the phases in protocol order, and cover the log', () => {
  const stretches = stretchesOf(log)
  // The last call is made again after the refresh; this client steps up nowhere.
  const gone = phases.filter((phase) => phase !== 'stepUp')
  expect(stretches.map(({ phase }) => phase)).toEqual([...gone, 'toolCall'])
  expect(stretches[0]?.since).toBe(1)
  expect(stretches.at(-1)?.until).toBe(log.length)
  for (const [index, { until }] of stretches.slice(0, -1).entries())
    expect(stretches[index + 1]?.since).toBe(until + 1)
})

test('every phase and every beat is told, at its message', () => {
  const scenario: Scenario = firstContact
  const meant = scenario.beats.filter(
    ({ in: revisions, with: ways }) =>
      (revisions?.includes(scenario.revision) ?? true) && (ways?.includes('dynamic') ?? true),
  )
  const passages = storyOf(scenario, log)
  expect(passages).toHaveLength(stretchesOf(log).length + meant.length)
  const told = passages.filter(({ heading }) => heading === undefined)
  for (const { since, text } of told)
    expect(firstContact.beats).toContainEqual(
      expect.objectContaining({ at: log[since - 1]?.name, text }),
    )
})

test('what never happened is not told', async () => {
  const denied = await logOf([{ kind: 'consent', choice: 'deny' }])
  const passages = storyOf(firstContact, denied)
  expect(passages.some(({ heading }) => heading === 'Token exchange')).toBe(false)
  expect(passages.every(({ since }) => since <= denied.length)).toBe(true)
})

test('two runs differ from the message on which a decision bears', async () => {
  const denied = await logOf([{ kind: 'consent', choice: 'deny' }])
  const at = firstDifference(log, denied)
  expect(denied[at! - 1]?.name).toBe('submit-page')
  expect(firstDifference(log, await logOf())).toBeUndefined()
  expect(firstDifference(log, log.slice(0, 5))).toBe(6)
})

test('a finding is shown once the party could make it', () => {
  const late = log.find(({ id, findings }) => findings.some(({ since }) => since > id))!
  expect(findingsAt(late, late.id).length).toBeLessThan(late.findings.length)
  expect(findingsAt(late, log.length)).toEqual(late.findings)
})

test('the page the owner sees has the labels of its fields once, and its buttons', () => {
  const pages = log.flatMap((message) => pageIn(message) ?? [])
  expect(pages).toContainEqual({
    title: 'Sign in',
    text: [],
    fields: ['Name', 'Password'],
    buttons: ['Sign in'],
  })
  const consent = log.filter(({ name }) => name === 'consent-page').map(pageIn)
  expect(consent[0]?.buttons).toEqual(['Allow', 'Deny'])
  expect(consent[0]?.text.join(' ')).toContain('Quill')
  expect(pageIn(log[0]!)).toBeUndefined()
})

test('numbers that are times are said in words, others are not', () => {
  const tokens = log.find(({ name }) => name === 'token-response')!
  const fields = fieldsOf(tokens).flatMap((field) => [field, ...field.fields])
  const meanings = Object.fromEntries(fields.map((field) => [field.name, meaningOf(field)]))
  expect(meanings).toMatchObject({ expires_in: '15 minutes', scope: undefined, status: undefined })
  expect(meanings['exp']).toMatch(/^18 Jun 09:\d\d:\d\d$/)
})

test('another seed changes no message but for what is random', async () => {
  for (const scenario of [firstContact, attacks[0]!]) {
    const [one, other] = [startRun({ scenario, seed: 'one' }), startRun({ scenario, seed: 'two' })]
    await Promise.all([one.finish(), other.finish()])
    expect(likenessOf(one.log, other.log).size).toBe(one.log.length)
  }
})

const stopped = attacks.flatMap((scenario) =>
  [undefined, ...Object.keys(scenario.variants ?? {})].flatMap((variant) =>
    mattersIn(scenario, { ...settled({ scenario }), variant })
      .filter(({ kind }) => kind === 'stop')
      .map(({ checks }) => ({
        scenario,
        variant,
        checks,
        name: `${scenario.id} ${variant ?? ''}`,
      })),
  ),
)

test.each(stopped)('$name tells how $checks stop it', async ({ scenario, variant, checks }) => {
  const told = toldBy(scenario, variant).forget
  const forget = told.filter((id) => !checks.includes(id))
  const alone = startRun({ scenario, variant, seed: 'story' })
  const run = startRun({ scenario, variant, seed: 'story', forget })
  await alone.finish()
  const ending = await run.finish()
  const edition = { ...settled({ scenario }), variant }
  const meant = storyOf(scenario, alone.log, { ...edition, forget: told })
  const passages = storyOf(scenario, run.log, { ...edition, forget }, alone.log, ending)

  const decided = passages.filter(({ text }) => text.includes(ending.sentence))
  expect(decided.map(({ since }) => since)).toEqual([ending.at])
  expect(decided[0]?.text).toMatch(/\[[a-z0-9][\w.-]+\]$/)

  const first = firstDifference(alone.log, run.log)!
  const left = passages.filter(({ text }) => text.startsWith('Here this run leaves the story.'))
  expect(left.map(({ since }) => since)).toEqual([first])

  const bare = passages.filter(
    ({ text, since }) => text === '' && !passages.some((one) => one.since === since && one.text),
  )
  expect(bare).toEqual([])
  const written = scenario.beats.filter(({ text }) => passages.some((one) => one.text === text))
  expect(written.filter(({ without }) => without?.some((id) => checks.includes(id)))).toEqual([])
  const lost = meant.filter(
    ({ since, heading, text }) =>
      heading === undefined &&
      since < first &&
      !scenario.beats.some((beat) => beat.text === text && beat.without) &&
      !passages.some((one) => one.text === text && one.since === since),
  )
  expect(lost).toEqual([])
})

test('a phase says once what it is about', () => {
  const texts = storyOf(firstContact, log).filter(({ heading }) => heading !== undefined)
  const about = texts.flatMap(({ text }) => (text === firstContact.phases.toolCall ? [text] : []))
  expect(texts.filter(({ heading }) => heading === 'Tool call').length).toBeGreaterThan(1)
  expect(about).toHaveLength(1)
})
