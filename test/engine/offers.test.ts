import { describe, expect, test } from 'vitest'
import { choiceGroups, choiceWords, type ChoiceText, type Setting } from '../../engine/choices.ts'
import {
  formatDecisions,
  isMade,
  offersAt,
  parseDecisions,
  registrations,
  registrationsIn,
  revisions,
  sayDecision,
  startRun,
  withDecision,
  withoutDecision,
  type Decision,
  type Registration,
  type WireMessage,
} from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { allChoices } from './any-decision.ts'

const run = startRun({ scenario: firstContact, seed: 'offers' })
await run.finish()
const decisionsAt = (id: number) =>
  offersAt(run.log, id).flatMap(({ offers }) => offers.map(({ decision }) => decision))
const offered = (setting: Partial<Setting>) =>
  offersAt(run.log, 0, setting).flatMap(({ offers }) =>
    offers.map(({ decision }) => formatDecisions([decision])),
  )
const firstNamed = (wanted: WireMessage['name']) => run.log.find(({ name }) => name === wanted)!

describe('what the learner may change', () => {
  test('is offered before the first message, except what is done to one', () => {
    expect(decisionsAt(0).filter((decision) => 'at' in decision)).toEqual([
      { kind: 'delay', at: firstNamed('callback-request').id, seconds: 660 },
    ])
    expect(decisionsAt(24)).toEqual(expect.arrayContaining(decisionsAt(0)))
    expect(decisionsAt(24)).toContainEqual({ kind: 'drop', at: 24 })
  })

  test.each(run.log.map(({ id, name }) => [id, name] as const))(
    'about message %i, a %s: each fits into a link and changes the run',
    async (id) => {
      const message = run.log[id - 1]!
      const body =
        message.kind === 'request'
          ? message.request.body
          : message.kind === 'response' && message.response.body
      const faults = decisionsAt(id).slice(decisionsAt(0).length)
      expect(faults.map(({ kind }) => kind)).toEqual([
        'delay',
        'drop',
        'duplicate',
        ...(message.kind === 'response' ? ['status'] : []),
        ...(body ? ['corrupt'] : []),
      ])
      for (const decision of faults) {
        expect(parseDecisions(formatDecisions([decision])).decisions).toEqual([decision])
        const changed = startRun({ scenario: firstContact, seed: 'offers', decisions: [decision] })
        expect((await changed.finish()).ending).not.toBe('broken')
        expect(changed.log).not.toEqual(run.log)
      }
    },
  )

  test('is not offered on a message that comes a second time', async () => {
    const twice = startRun({
      scenario: firstContact,
      seed: 'offers',
      decisions: [{ kind: 'duplicate', at: 1 }],
    })
    await twice.finish()
    const copy = twice.log.find(({ fate }) => fate === 'duplicate')!
    expect(offersAt(twice.log, copy.id)).toEqual(offersAt(twice.log, 0))
  })

  test('says each thing in its own words, in groups short enough to read', () => {
    const groups = offersAt(run.log, 24, { revision: '2026-07-28', registration: 'dynamic' })
    expect(groups.map(({ about }) => about)).toEqual([
      'Sam signs in otherwise',
      'Sam decides otherwise',
      'They have met before',
      'Auth has trouble',
      'Auth is another kind of server',
      'Notes answers differently',
      'Something goes wrong on the way',
      'Quill keeps its tokens in …',
      expect.stringMatching(/^Message 24, /),
    ])
    const words = groups.flatMap(({ offers }) => offers.map(({ says }) => says))
    expect(new Set(words).size).toBe(words.length)
    for (const says of words) expect(says).toMatch(/^.{6,80}[^.]$/)
    for (const { offers } of groups) expect(offers.length).toBeLessThanOrEqual(6)
  })
})

describe('every choice', () => {
  test.each(
    allChoices.map((decision) => [formatDecisions([decision]) as ChoiceText, decision] as const),
  )('%s: is in one group, and is said in words', (text, decision) => {
    const groups = Object.values(choiceGroups).filter(
      ({ choices }: { readonly choices: readonly string[] }) => choices.includes(text),
    )
    expect(groups).toHaveLength(1)
    expect(sayDecision(decision)).toBe(choiceWords[text])
    expect(Object.keys(choiceWords)).toHaveLength(allChoices.length)
  })

  test('is offered somewhere, but for the one that is made by itself', () => {
    const everywhere = revisions.flatMap((revision) =>
      registrations.flatMap((registration) => offered({ revision, registration })),
    )
    const never = Object.keys(choiceWords).filter((choice) => !everywhere.includes(choice))
    expect(never).toEqual(['vault.keychain'])
    const scenario = { ...firstContact, given: ['vault.plain-file'] }
    expect(offered({ scenario })).toContain('vault.keychain')
  })

  const settings = revisions.flatMap((revision) =>
    registrationsIn(revision).map((registration) => [revision, registration] as const),
  )
  test.each(settings)(
    'in %s, %s: changes the run when it is offered, which says how it ended and where',
    async (revision, registration) => {
      const setting = { scenario: firstContact, revision, registration }
      const honest = startRun(setting)
      await honest.finish()
      for (const { decision } of offersAt(honest.log, 0, setting).flatMap(({ offers }) => offers)) {
        const changed = startRun({ ...setting, decisions: [decision] })
        const { ending, sentence, at } = await changed.finish()
        expect({
          decision,
          changes: JSON.stringify(changed.log) !== JSON.stringify(honest.log),
          ending: ending === 'completed' ? 'completed' : 'refused',
          points: ending === 'refused',
        }).toEqual({
          decision,
          changes: true,
          ending,
          points: changed.log[(at ?? 0) - 1] !== undefined,
        })
        expect(sentence).toMatch(/^[A-Z].{10,160}\.$/)
      }
    },
  )
})

describe('is offered where it changes something', () => {
  const where = (choice: ChoiceText) =>
    revisions.filter((revision) => offered({ revision }).includes(choice))
  const [first, ...later] = revisions

  test.each<[ChoiceText, readonly string[]]>([
    ['server-metadata.openid', ['2025-11-25', '2026-07-28']],
    ['server-metadata.openid-appended', ['2025-11-25', '2026-07-28']],
    ['server-metadata.nowhere', revisions],
    ['mcp-server.never-enough', revisions],
    ['mcp-server.no-challenge', later],
    ['mcp-server.no-metadata-url', later],
    ['mcp-server.metadata-at-root', later],
    ['issuer.with-path', later],
    ['registration.elsewhere', later],
    ['authorization-server.down', [first, ...later]],
  ])('%s: in %j', (choice, expected) => {
    expect(where(choice)).toEqual(expected)
  })

  test.each<[Registration, readonly string[]]>([
    ['pre-registered', ['forgotten-by-server', 'elsewhere']],
    ['client-secret-basic', ['forgotten-by-server', 'elsewhere']],
    ['client-secret-post', ['forgotten-by-server', 'elsewhere']],
    ['metadata-document', []],
    ['dynamic', ['held', 'forgotten-by-server', 'elsewhere', 'refused', 'closed']],
  ])('choices about registering, with %s: %j', (registration, expected) => {
    const about = offered({ registration }).filter((text) => text.startsWith('registration.'))
    expect(about).toEqual(expected.map((choice) => `registration.${choice}`))
  })

  test('what the story has made so is not offered again', () => {
    const scenario = { ...firstContact, given: ['server-metadata.nowhere', 'consent.deny'] }
    const before = offered({ scenario: firstContact })
    expect(offered({ scenario })).toEqual(before.filter((one) => !scenario.given.includes(one)))
    expect(before).toEqual(expect.arrayContaining(scenario.given))
  })

  test('consent is withdrawn only while time passes', () => {
    const hasty = { ...firstContact, errands: firstContact.errands.filter((one) => 'call' in one) }
    expect(offered({ scenario: firstContact })).toContain('grant.withdrawn')
    expect(offered({ scenario: hasty })).not.toContain('grant.withdrawn')
  })

  test('nothing of OAuth, where the server is a program that the client starts', () => {
    const log = run.log.map((message, index) =>
      index === 0 ? { ...message, name: 'launch' as const } : message,
    )
    expect(offersAt(log, 0)).toEqual([])
    expect(offersAt(log, 1)).toHaveLength(1)
  })
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
    expect(withDecision([{ kind: 'vault', choice: 'dpapi' }, deny], close)).toHaveLength(2)
  })

  test('leaves room for another fault of the same message, unless that is lost', () => {
    const twice: Decision = { kind: 'duplicate', at: 3 }
    const half: Decision = { kind: 'corrupt', at: 3 }
    expect(withDecision([twice], half)).toEqual([twice, half])
    expect(withDecision([twice, half], drop)).toEqual([drop])
    expect(
      withDecision([{ kind: 'status', at: 3, status: 500 }], {
        kind: 'status',
        at: 3,
        status: 503,
      }),
    ).toEqual([{ kind: 'status', at: 3, status: 503 }])
    const edits: Decision[] = ['url', 'body'].map((part) => ({
      kind: 'edit',
      at: 3,
      part,
      value: '',
    }))
    expect(withDecision(edits, { kind: 'edit', at: 3, part: 'url', value: 'x' })).toHaveLength(2)
    expect(withDecision(edits, twice)).toHaveLength(3)
  })

  test('can be taken back', () => {
    expect(withoutDecision([deny, drop], { ...deny })).toEqual([drop])
    expect(isMade([deny], { ...deny })).toBe(true)
    expect(isMade([deny], close)).toBe(false)
  })
})
