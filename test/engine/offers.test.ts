import { describe, expect, test } from 'vitest'
import {
  formatDecisions,
  isMade,
  offersAt,
  parseDecisions,
  sayDecision,
  startRun,
  withDecision,
  withoutDecision,
  type Decision,
} from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

const run = startRun({ scenario: firstContact, seed: 'offers' })
await run.finish()
const decisionsAt = (id: number) =>
  offersAt(run.log, id).flatMap(({ offers }) => offers.map(({ decision }) => decision))

describe('what the learner may change', () => {
  test('is offered before the first message, except to hold or lose one', () => {
    expect(decisionsAt(0).filter((decision) => 'at' in decision)).toEqual([
      { kind: 'delay', at: 25, seconds: 660 },
    ])
    expect(decisionsAt(24)).toEqual(expect.arrayContaining(decisionsAt(0)))
    expect(decisionsAt(24)).toContainEqual({ kind: 'drop', at: 24 })
  })

  test.each(decisionsAt(24).map((decision) => [sayDecision(decision), decision] as const))(
    '%s: fits into a link and changes the run',
    async (_, decision) => {
      expect(parseDecisions(formatDecisions([decision])).decisions).toEqual([decision])
      const changed = startRun({ scenario: firstContact, seed: 'offers', decisions: [decision] })
      expect((await changed.finish()).ending).not.toBe('broken')
      expect(changed.log).not.toEqual(run.log)
    },
  )
})

test('a code that is too long on its way has expired when it comes', async () => {
  const decisions = decisionsAt(0).filter(({ kind }) => kind === 'delay')
  const late = startRun({ scenario: firstContact, seed: 'offers', decisions })
  expect(await late.finish()).toMatchObject({ ending: 'refused', by: 'as/code-fresh' })
})

describe('a decision', () => {
  const deny: Decision = { kind: 'consent', choice: 'deny' }
  const close: Decision = { kind: 'consent', choice: 'close-window' }
  const drop: Decision = { kind: 'drop', at: 3 }

  test('takes the place of another one about the same thing, and of no other', () => {
    expect(withDecision([deny, drop], close)).toEqual([drop, close])
    expect(withDecision([drop], { kind: 'delay', at: 3, seconds: 9 })).toHaveLength(1)
    expect(withDecision([drop], { kind: 'drop', at: 4 })).toHaveLength(2)
  })

  test('can be taken back', () => {
    expect(withoutDecision([deny, drop], { ...deny })).toEqual([drop])
    expect(isMade([deny], { ...deny })).toBe(true)
    expect(isMade([deny], close)).toBe(false)
  })
})
