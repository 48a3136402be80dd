import { describe, expect, test } from 'vitest'
import { checkWithId } from '../../engine/checks/index.ts'
import { startRun } from '../../engine/run.ts'
import { levelIn } from '../../engine/spec/differences.ts'
import { answerFor, excused, valuesOf, valueToFollow } from '../../engine/values.ts'
import { fieldsOf, type Field } from '../../engine/wire/fields.ts'
import type { WireMessage } from '../../engine/wire/message.ts'
import { stoppedByText } from '../golden/stopped-by.ts'
import { goldenRuns } from '../golden/text.ts'
import stoppedBy from '../../web/message/stopped-by.json' with { type: 'json' }
import { readFileSync } from 'node:fs'

const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((one) => [one, ...flat(one.fields)])

const attacksStoppedBy = (check: string): readonly { id: string }[] =>
  Object.hasOwn(stoppedBy, check) ? stoppedBy[check as keyof typeof stoppedBy] : []

const answered = async (input: Parameters<typeof startRun>[0]) => {
  const run = startRun(input)
  await run.finish()
  const index = await valuesOf(run.log)
  return { run, index }
}

describe.each(Object.entries(goldenRuns))('in the run %s', async (_, input) => {
  const { run, index } = await answered(input)
  const { log, revision } = run
  const all = log.flatMap((message: WireMessage) =>
    flat(fieldsOf(message))
      .filter(({ value }) => value !== '')
      .map((field) => ({
        message,
        field,
        where: `${message.id} ${message.name} ${field.path}`,
        answer: answerFor({ ...field, value: valueToFollow(field, message) }, message, log, index),
      })),
  )

  test('every part says what it is, who made it, and with which message it came first', () => {
    expect(all.filter(({ field: { note } }) => !note?.what || !note.madeBy)).toEqual([])
    const late = all.filter(({ answer, message }) => answer.first.message.id > message.id)
    expect(late.map(({ where }) => where)).toEqual([])
  })

  test('every appearance that is linked to is one, and this message is among them', () => {
    const wrong = all.filter(
      ({ answer: { appearances }, message }) =>
        !appearances.some((one) => one.message === message) ||
        appearances.some((one) => !log.includes(one.message)) ||
        new Set(appearances.map((one) => one.message)).size !== appearances.length,
    )
    expect(wrong.map(({ where }) => where)).toEqual([])
  })

  test('every check on a part says what breaks without it, or why nothing here does', () => {
    const silent = all.flatMap(({ answer }) =>
      answer.checks.filter(
        ({ id }) => attacksStoppedBy(id).length === 0 && !Object.hasOwn(excused, id),
      ),
    )
    expect(silent).toEqual([])
  })

  test('a result is that of a finding in this run; a check without one was made on no message that carries the value', () => {
    const wrong = all.filter(({ answer: { checks, appearances } }) =>
      checks.some(({ id, made }) =>
        made
          ? !made.message.findings.includes(made.finding) || made.finding.check !== id
          : appearances.some(({ message }) => message.findings.some(({ check }) => check === id)),
      ),
    )
    expect(wrong.map(({ where }) => where)).toEqual([])
  })

  test('a part of which nobody is said to check it stands in no finding by itself', () => {
    const unchecked = all.filter(({ answer }) => answer.checks.length === 0)
    expect(unchecked.length).toBeGreaterThan(0)
    const compared = unchecked.filter(
      ({ field: { value }, message }) =>
        value.length >= 8 &&
        message.findings.some(({ expected, received }) => expected === value || received === value),
    )
    expect(compared.map(({ where }) => where)).toEqual([])
  })

  test('checks that this revision does not know were not made in it', () => {
    const made = all.flatMap(({ answer: { checks } }) => checks.filter((one) => one.made))
    const unknown = made.filter(({ id }) => {
      const row = checkWithId(id)
      return row === undefined || levelIn(row, revision) === undefined
    })
    expect(unknown).toEqual([])
  })
})

test('which attacks a check stops is what the stories say', () => {
  const file = new URL('../../web/message/stopped-by.json', import.meta.url)
  expect(readFileSync(file, 'utf8')).toBe(stoppedByText())
  expect(attacksStoppedBy('as/verifier-matches').map(({ id }) => id)).toContain('code-interception')
})
