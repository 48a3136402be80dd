import type { Page } from 'playwright-core'
import { labUrl } from './chromium.ts'
import { entry } from './fuzz.ts'
import { anyMessage } from './hostile-messages.ts'

/** What only the algorithm that copies messages can carry, and JSON cannot. */
const unlike = () => {
  const round: unknown[] = []
  round.push(round)
  let deep: unknown = 1
  for (let depth = 0; depth < 3_000; depth += 1) deep = { type: 'goto', step: deep }
  return [
    undefined,
    Number.NaN,
    10n,
    new Date(),
    /(a+)+$/,
    new Map([['type', 'goto']]),
    new Set([1]),
    new Error('none'),
    new Uint8Array(1_000_000),
    new Blob(['<b>']),
    round,
    deep,
    { name: 'handshake-lab', version: 1, type: 'goto', step: round },
    { name: 'handshake-lab', version: 1, type: 'show', query: new Date() },
    { name: 'handshake-lab', version: 1, type: 'height', height: Number.POSITIVE_INFINITY },
  ]
}

const hosted = async (page: Page, body: string) => {
  await page.route(labUrl('around'), (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><h1>Around</h1>${body}` }),
  )
  await page.goto(labUrl('around'))
}

let turn = 0

interface Host {
  readonly told: readonly { readonly type: string; readonly step?: number }[]
  say(message: object): void
}

export const messagesToAnEmbed = entry({
  name: 'messages to an embed',
  inputs: anyMessage,
  many: 360,
  open: async (page) => {
    await hosted(
      page,
      '<iframe sandbox="allow-scripts" width="900" height="600" src="embed.html#scenario=pkce&step=3"></iframe>',
    )
    await page.frameLocator('iframe').locator('input[type=range]').waitFor()
    await page.evaluate(() => {
      const told: { type: string }[] = []
      addEventListener('message', ({ data }) => told.push(data))
      const say = (message: object) =>
        frames[0]!.postMessage({ name: 'handshake-lab', version: 1, ...message }, '*')
      Object.assign(globalThis, { told, say })
    })
  },
  feed: async (page, messages) => {
    const [, frame] = page.frames()
    await page.evaluate(
      `{
        for (const message of JSON.parse(${JSON.stringify(JSON.stringify(messages))})) frames[0].postMessage(message, '*')
        for (const message of (${String(unlike)})()) frames[0].postMessage(message, '*')
      }`,
    )
    const seen = await frame!.evaluate(() => fuzz.look())
    return seen === undefined ? [] : [seen]
  },
  use: async (page) => {
    turn += 1
    await page.evaluate(async (seed) => {
      const { told, say } = globalThis as unknown as Host & { told: { type: string }[] }
      const came = (type: string, step?: number) => () =>
        told.some(
          (one: { type: string; step?: number }) =>
            one.type === type && (step === undefined || one.step === step),
        )
      told.length = 0
      say({ type: 'show', query: `scenario=pkce&seed=${seed}&step=3` })
      await fuzz.until('the run', came('step', 3))
      say({ type: 'goto', step: 7 })
      await fuzz.until('the step', came('step', 7))
    }, `ok${turn}`)
  },
  careless: () =>
    addEventListener('message', ({ data }) =>
      document.body.insertAdjacentHTML('beforeend', String(data)),
    ),
})

/** What a page hears of the element, by its type, as the types of its events say. */
const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ready: { scenario: 'string', length: 'number' },
  step: { step: 'number', length: 'number', message: 'string' },
  outcome: { ending: 'string', sentence: 'string', by: 'string', at: 'number' },
}

export const messagesToTheElement = entry({
  name: 'messages to <handshake-lab>',
  inputs: anyMessage,
  many: 220,
  open: async (page) => {
    await page.route(labUrl('evil/embed.html'), (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>No lab</h1>' }),
    )
    await hosted(
      page,
      '<script src="handshake-lab.js"></script><handshake-lab src="evil" scenario="pkce"></handshake-lab>',
    )
    await page.evaluate(() => {
      const heard: { type: string; detail: unknown }[] = []
      const element = document.querySelector('handshake-lab')!
      for (const type of [
        'ready',
        'step',
        'outcome',
        'height',
        'hello',
        'goto',
        'show',
        'setTheme',
      ])
        element.addEventListener(type, (event) =>
          heard.push({ type, detail: (event as CustomEvent).detail }),
        )
      Object.assign(globalThis, { heard })
    })
    await page.frameLocator('iframe').locator('h1').waitFor()
  },
  feed: async (page, messages) => {
    await page.frames()[1]!.evaluate(
      `{
        for (const message of JSON.parse(${JSON.stringify(JSON.stringify(messages))})) parent.postMessage(message, '*')
        for (const message of (${String(unlike)})()) parent.postMessage(message, '*')
      }`,
    )
    return []
  },
  use: async (page) => {
    turn += 1
    // The other page takes turns as well.
    const mine = turn
    await page.frames()[1]!.evaluate((length) => {
      parent.postMessage(
        { name: 'handshake-lab', version: 1, type: 'ready', scenario: 'ok', length },
        '*',
      )
    }, mine)
    const told = await page.evaluate(async (length) => {
      const { heard } = globalThis as unknown as {
        heard: { type: string; detail: { scenario?: string; length?: number } }[]
      }
      await fuzz.until('what the frame told last', () =>
        heard.some(
          ({ type, detail }) =>
            type === 'ready' && detail.scenario === 'ok' && detail.length === length,
        ),
      )
      const { height } = document.querySelector('handshake-lab')!.getBoundingClientRect()
      return { heard: heard.splice(0), height }
    }, mine)
    if (!(told.height > 0 && told.height < 1e6)) throw new Error(`it is ${told.height} high`)
    for (const { type, detail } of told.heard)
      for (const [name, value] of Object.entries(detail))
        if (typeof value !== kinds[type]?.[name])
          throw new Error(`${type} has ${name}: ${String(value)}`)
  },
  careless: () =>
    addEventListener('message', ({ data }) =>
      document.body.insertAdjacentHTML('beforeend', JSON.stringify(data).replaceAll('\\"', "'")),
    ),
})
