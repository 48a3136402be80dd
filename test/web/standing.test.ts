import { beforeAll, expect, test } from 'vitest'
import { charts, startRun, type Run } from '../../engine/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { instancesAt, markOf, standingOf, turnings } from '../../web/states/standing.ts'

const chart = charts['handshake']!
let run: Run
beforeAll(async () => {
  run = startRun({ scenario: scenarioWithId('first-contact')! })
  await run.finish()
})

const spineAt = (place: number) =>
  standingOf(
    chart,
    instancesAt(run.transitions, place).find(({ machine }) => machine === 'handshake')!.entered,
  )

test('before the first message the spine stands at its first state', () => {
  expect(spineAt(0).here).toBe('discovery.knocking')
  expect([...spineAt(0).passed]).toEqual([])
})

test('a phase is marked with the state inside it', () => {
  const standing = spineAt(9)
  expect(standing.here).toBe('registration.registering')
  expect(markOf(standing, 'registration')).toBe('here')
  expect(markOf(standing, 'discovery')).toBe('passed')
  expect(markOf(standing, 'authorization')).toBe('ahead')
})

test('a decision that was passed without resting counts as passed; the way not taken does not', () => {
  const standing = spineAt(9)
  expect(markOf(standing, 'registration.deciding')).toBe('passed')
  expect(markOf(standing, 'registration.skipped')).toBe('ahead')
})

test('a registration skipped because the vault holds one is seen to be skipped', async () => {
  const held = startRun({
    scenario: scenarioWithId('first-contact')!,
    decisions: [{ kind: 'registration', choice: 'held' }],
  })
  await held.finish()
  const { entered } = instancesAt(held.transitions, held.log.length)[0]!
  const standing = standingOf(chart, entered)
  expect(markOf(standing, 'registration.skipped')).toBe('passed')
  expect(markOf(standing, 'registration.registering')).toBe('ahead')
})

test('at the end the spine stands at its ending', () => {
  expect(markOf(spineAt(run.log.length), 'completed')).toBe('here')
  expect(markOf(spineAt(run.log.length), 'refused')).toBe('ahead')
})

test('a small machine appears with its first state, not before', () => {
  const machinesAt = (place: number) =>
    instancesAt(run.transitions, place).map(({ machine }) => machine)
  expect(machinesAt(12)).toEqual(['handshake'])
  expect(machinesAt(13)).toEqual(['handshake', 'interaction'])
  expect(machinesAt(run.log.length)).toEqual(['handshake', 'interaction', 'code', 'tokenFamily'])
})

test('where a state can turn to is said, unless it is the next in the list', () => {
  const names = (path: string) => turnings(chart, path).map(({ name }) => name)
  expect(names('registration.deciding')).toEqual([
    'preRegistered',
    'selfDescribed',
    'skipped',
    'registering',
  ])
  expect(names('discovery.knocking')).toEqual(['locating', 'toolCall'])
  expect(names('tokenExchange.redeeming')).toEqual([])
  expect(names('registration.skipped')).toEqual(['authorization'])
})
