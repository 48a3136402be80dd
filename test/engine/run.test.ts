import { describe, expect, test } from 'vitest'
import { inPageNetwork, labelOf, startRun, type Network } from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

const begin = (decisions: Parameters<typeof startRun>[0]['decisions'] = []) =>
  startRun({ scenario: firstContact, seed: 'run', decisions })

describe('a run', () => {
  test('delivers one message a step, and holds the next in flight', async () => {
    const run = begin()
    const first = await run.step()
    expect(first).toBe(run.log[0])
    expect(run.log).toHaveLength(1)
    expect(run.inFlight?.name).toBe('mcp-challenge')
    expect(run.ending).toBeUndefined()
  })

  test('records what was sent: the delivered message is the one that was in flight', async () => {
    const run = begin()
    for (let message = await run.step(); message; message = await run.step()) {
      const waiting = run.inFlight
      if (!waiting) break
      const next = await run.step()
      expect(next).toMatchObject(waiting)
    }
    expect(run.ending?.ending).toBe('completed')
  })

  test('ends once, and answers undefined from then on', async () => {
    const run = begin()
    const ending = await run.finish()
    expect(ending).toEqual(run.ending)
    expect(await run.step()).toBeUndefined()
    expect(run.inFlight).toBeUndefined()
    expect(() => run.edit({ kind: 'drop' })).toThrow('no message in flight')
  })

  test('shows a skipped registration as a state of its own', async () => {
    const run = begin([{ kind: 'registration', choice: 'held' }])
    await run.finish()
    const states = run.transitions.map(({ state }) => state)
    expect(states).toContain('registration.skipped')
    expect(states).not.toContain('registration.registering')
    expect(run.log.map(({ name }) => name)).not.toContain('registration-request')
  })
})

describe('changing the message in flight', () => {
  test('is kept as a decision that plays the same run again', async () => {
    const run = begin()
    await run.step()
    await run.step()
    await run.step()
    run.edit({ kind: 'edit', part: 'body', value: '{"resource":"https://other.example/mcp"}' })
    const ending = await run.finish()
    expect(ending).toMatchObject({ ending: 'refused', by: 'client/resource-matches', at: 4 })
    const again = begin(run.decisions)
    await again.finish()
    expect(again.log).toEqual(run.log)
  })

  test('can lose it: the client says that no answer came', async () => {
    const run = begin()
    run.edit({ kind: 'drop' })
    expect(await run.finish()).toMatchObject({
      ending: 'refused',
      sentence: 'No answer came from the MCP server.',
    })
    expect(run.log).toHaveLength(1)
    expect(run.log[0]?.fate).toBe('dropped')
  })

  test('can hold it until a code has expired', async () => {
    const run = begin()
    while (run.inFlight?.name !== 'token-request') await run.step()
    run.edit({ kind: 'delay', seconds: 61 })
    expect(await run.finish()).toMatchObject({ ending: 'refused', by: 'as/code-fresh' })
  })
})

describe('what each party holds', () => {
  test('is read off the messages it sent or received', async () => {
    const run = begin()
    await run.finish()
    const { knowledge, log } = run
    const held = (party: keyof typeof knowledge) =>
      new Set(knowledge[party].map(({ name }) => name))

    expect(held('client')).toContain('code verifier')
    expect(held('authorization-server')).toContain('code verifier')
    expect(held('user-agent')).not.toContain('code verifier')
    expect(held('user-agent')).toContain('authorization code')
    expect(held('mcp-server')).toEqual(new Set(['access token', 'client_id', 'MCP session']))
    expect(held('owner')).toContain('password')
    expect(held('client')).not.toContain('password')

    const code = knowledge.client.find(({ name }) => name === 'authorization code')
    expect(log[(code?.since ?? 0) - 1]?.name).toBe('callback-request')
  })
})

describe('a token that dies in the middle of a session', () => {
  const calls = (run: ReturnType<typeof begin>) =>
    run.log.flatMap((message) => (message.name === 'mcp-request' ? [labelOf(message)] : []))

  test.each([
    [
      'notifications/initialized',
      ['notifications/initialized', 'tools/list', 'tools/call read_note'],
    ],
    ['tools/list', ['tools/list', 'tools/call read_note', 'tools/call read_note']],
  ])('while %s is on its way: it is sent again, and nothing is left out', async (held, follow) => {
    const run = begin()
    const waits = () =>
      run.inFlight?.kind === 'request' && run.inFlight.request.body?.includes(held)
    while (!waits()) await run.step()
    run.edit({ kind: 'delay', seconds: 1_000 })
    expect(await run.finish()).toMatchObject({ ending: 'completed' })
    const made = calls(run)
    expect(made.slice(made.indexOf(held) + 1).slice(0, 3)).toEqual(follow)
  })
})

describe('a message to where nobody listens', () => {
  test('goes astray, teaches nobody anything, and nobody else gets it', async () => {
    const run = begin()
    while (run.inFlight?.name !== 'authorization-response') await run.step()
    run.edit({
      kind: 'edit',
      part: 'header.Location',
      value: 'https://evil.example/cb?code=stolen',
    })
    expect(await run.finish()).toMatchObject({ ending: 'refused' })
    const last = run.log.at(-1)
    expect(last).toMatchObject({ fate: 'astray', kind: 'request' })
    const codes = run.knowledge['authorization-server'].map(({ value }) => value)
    expect(codes).not.toContain('stolen')
  })

  test('and one to another party of the lab goes to that party', async () => {
    const run = begin()
    await run.step()
    run.edit({
      kind: 'edit',
      part: 'header.WWW-Authenticate',
      value:
        'Bearer resource_metadata="https://auth.example/.well-known/oauth-authorization-server"',
    })
    await run.finish()
    expect(run.log[2]).toMatchObject({
      name: 'resource-metadata-request',
      to: 'authorization-server',
    })
  })
})

test('what outsiders do at the servers of a run that is over is no part of it', async () => {
  let outside: Network | undefined
  const run = startRun({
    scenario: firstContact,
    network: (handlers) => (outside = inPageNetwork(handlers)),
  })
  await run.finish()
  const before = JSON.stringify([run.log, run.transitions])
  const url = 'https://notes.example/mcp'
  const headers = [['sim-message-id', '3']] as const
  expect(await outside?.send({ method: 'POST', url, headers })).toMatchObject({ status: 401 })
  expect(JSON.stringify([run.log, run.transitions])).toBe(before)
})

test('a header that is named like a carried one arrives under its own name', async () => {
  const run = begin()
  run.edit({ kind: 'edit', part: 'header.sim-origin', value: '["https://evil.example"]' })
  await run.step()
  const origin = run.log[0]?.findings.find(({ check }) => check === 'rs/origin-allowed')
  expect(origin).toMatchObject({ verdict: 'obeyed', received: 'no Origin' })
})
