import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import {
  decisionsOf,
  playFor,
  solutionOf,
  worldOf,
  type Exercise,
} from '../../engine/exercise/index.ts'
import { exerciseWithId } from '../../scenarios/exercises/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { labUrl, launchChromium } from './chromium.ts'
import { guarded, openGuarded } from './guard.ts'
import { expectNothingInTheWay } from './open-lab.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const opened = (hash: string) => openGuarded(browser, hash)

const exerciseOf = <Kind extends Exercise['kind']>(id: string, kind: Kind) => {
  const exercise = exerciseWithId(id)
  if (exercise?.kind !== kind) throw new Error(`${id} is no ${kind}`)
  return exercise as Extract<Exercise, { kind: Kind }>
}

const verdictOn = (page: Page) => page.getByRole('region', { name: 'What came of it' })
const expectVerdict = async (page: Page, text: RegExp) => {
  await expect.poll(() => verdictOn(page).innerText()).toMatch(text)
}
const messagesIn = (page: Page) => page.getByRole('slider').getAttribute('max')
const bodyOf = (page: Page) => page.locator('main').innerHTML()

const pressByKeyboard = async (page: Page, role: 'button' | 'switch', name: string | RegExp) => {
  await page.getByRole(role, { name }).first().focus()
  await page.keyboard.press('Enter')
}

describe('a bet', () => {
  test('shows nothing of what comes, gives a reason for what is wrong, goes on, and is kept', async () => {
    const { page, wrongs } = await opened('#/exercise/whom-to-ask')
    await page.getByRole('slider').waitFor()
    expect(await messagesIn(page)).toBe('4')
    expect(await bodyOf(page)).not.toContain('oauth-authorization-server')
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectVerdict(page, /^Not yet\. .*That comes later, as message \d+/s)
    await expect.poll(async () => Number(await messagesIn(page))).toBeGreaterThan(30)
    expect(await bodyOf(page)).toContain('oauth-authorization-server')
    await page.getByRole('radio').nth(1).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expectVerdict(page, /^Solved\. Message 5 comes next/)
    await expectNothingInTheWay(page)
    await page.reload()
    await expectVerdict(page, /^Solved\. Message 5 comes next/)
    expect(await page.getByRole('radio').first().isChecked()).toBe(true)
    await page.getByText('✓ solved').waitFor()
    await pressByKeyboard(page, 'button', 'Begin again')
    await expect.poll(() => messagesIn(page)).toBe('4')
    expect(await bodyOf(page)).not.toContain('oauth-authorization-server')
    expect(await wrongs()).toEqual([])
  })
})

describe('a world with something forgotten', () => {
  const HIDDEN = 'rs/not-expired'

  test('says nowhere what it is, and who changes messages finds it', async () => {
    const find = exerciseOf('look-at-the-token', 'find')
    const scenario = scenarioWithId(find.scenario)!
    const seed = ['0', '1', '2', '3', '4']
      .map((seat) => `room-${seat}`)
      .find((one) => worldOf(find, one) === HIDDEN)!
    const { run } = await playFor(find, scenario, seed, { forget: [HIDDEN] })
    const [probe] = find.pool.find(({ check }) => check === HIDDEN)!.probes
    const [held] = decisionsOf(probe, run.log)
    if (held?.kind !== 'delay') throw new Error('its probe holds a message back')
    const { page, wrongs } = await opened(`#/exercise/look-at-the-token?seed=${seed}`)
    const secret = async () => {
      const html = await bodyOf(page)
      expect(html).not.toContain(HIDDEN)
      expect(html).not.toContain('data-verdict')
      expect(html).not.toContain('Checked by')
    }
    await page.getByRole('slider').fill(String(held.at))
    await pressByKeyboard(page, 'button', 'Open the message')
    await page.getByRole('region', { name: 'The message' }).locator('summary').first().click()
    await secret()
    await pressByKeyboard(page, 'button', /^Hold/)
    await page.keyboard.type(String(held.seconds))
    await page.keyboard.press('Enter')
    await page.getByText(/^Something got through at message \d+/).waitFor()
    await secret()
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expectVerdict(page, /^Not yet\. .*The party is right/s)
    expect(await page.getByRole('link', { name: /in the lab/ }).count()).toBe(0)
    await page.getByRole('radio', { name: 'The token is used before its expiry.' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expectVerdict(page, /^Solved\. rs\/not-expired is forgotten/)
    await expectNothingInTheWay(page)
    await page.reload()
    await expectVerdict(page, /^Solved\./)
    await page.getByText(`is held for ${held.seconds} seconds`).waitFor()
    expect(await wrongs()).toEqual([])
  })
})

describe('an attack', () => {
  test('that is to be stopped is played with every switch, and judged', async () => {
    const fix = exerciseOf('stop-the-redirect', 'fix')
    const solution = await solutionOf(fix, scenarioWithId(fix.scenario)!, 'first-contact')
    const { page, wrongs } = await opened('#/exercise/stop-the-redirect')
    await page.getByText('The attack succeeds.').waitFor()
    await pressByKeyboard(page, 'button', 'Judge')
    await expectVerdict(page, /^Not yet\. .*Nothing is remembered/s)
    for (const id of solution.kind === 'fix' ? solution.remember : []) {
      await page.locator(`[data-check='${id}'] [role=switch]`).focus()
      await page.keyboard.press('Space')
    }
    await page.getByText('The attack succeeds.').waitFor({ state: 'detached' })
    await pressByKeyboard(page, 'button', 'Judge')
    await expectVerdict(page, /^Solved\. Refused .*still gets what it wants/s)
    await expectNothingInTheWay(page)
    await page.reload()
    await expectVerdict(page, /^Solved\./)
    await page.getByRole('link', { name: 'Open that run in the lab' }).click()
    await page.getByText('Refused by').first().waitFor()
    expect(await wrongs()).toEqual([])
  })

  test('that is to be carried out takes a plan, move by move', async () => {
    const { page, wrongs } = await opened('#/exercise/be-the-patient-thief')
    await page.getByRole('slider').waitFor()
    await pressByKeyboard(page, 'button', /^Add: Half an hour passes, you renew/)
    await pressByKeyboard(page, 'button', 'Play it')
    await expectVerdict(page, /^Not yet\. It ends with move 1.*the attacker has no refresh token/s)
    await pressByKeyboard(page, 'button', /^Add: Have a program/)
    await pressByKeyboard(page, 'button', 'Up: move 2')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Up: move 1')
    await pressByKeyboard(page, 'button', 'Play it')
    await expectVerdict(page, /^Solved\./)
    await expectNothingInTheWay(page)
    await page.reload()
    await expectVerdict(page, /^Solved\./)
    expect(await page.getByRole('listitem').filter({ hasText: 'Have a program' }).count()).toBe(2)
    expect(await wrongs()).toEqual([])
  })
})

test('hints come one by one, the solution asks once, and the practice page knows of both', async () => {
  const { page, wrongs } = await opened('#/exercise/write-redirect-uri-exact')
  await pressByKeyboard(page, 'button', 'Give me a hint')
  await pressByKeyboard(page, 'button', 'A plainer hint')
  expect(await page.getByRole('list', { name: 'Hints' }).getByRole('listitem').count()).toBe(2)
  await pressByKeyboard(page, 'button', 'Play the solution')
  await page.keyboard.press('Enter')
  await page.getByText('The solution stands in the editor').waitFor()
  await pressByKeyboard(page, 'button', 'Run it')
  await page.getByText(/^Right\. /).waitFor()
  await page.getByText('✓ solved').waitFor()
  await page.getByRole('link', { name: 'All exercises' }).click()
  await page.getByText('✓ solved, solution seen').waitFor()
  expect(await wrongs()).toEqual([])
})

test('what was done is saved, forgotten, brought back, and nothing bad is taken', async () => {
  const { page, wrongs } = await opened('#/exercise/knock-first')
  await pressByKeyboard(page, 'button', 'Play the solution')
  await page.keyboard.press('Enter')
  await expectVerdict(page, /^The solution\./)
  await pressByKeyboard(page, 'button', 'Bet')
  await page.getByRole('radio').first().waitFor()
  await page.evaluate(() => {
    localStorage.setItem('handshake-lab.progress', JSON.stringify({ pkce: ['seen'] }))
    localStorage.setItem('handshake-lab.opened', JSON.stringify(['proof']))
  })
  await page.goto(labUrl('#/practice'))
  await page.reload()
  const keeps = () =>
    page.evaluate(() =>
      ['progress', 'opened'].map((name) => localStorage.getItem(`handshake-lab.${name}`)),
    )
  await page.getByText('solution seen').waitFor()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada')
  await page.keyboard.press('Enter')
  await page.getByText('Show the code, to write it down').click()
  const code = await page.locator('details code').innerText()
  await page.getByRole('button', { name: 'Forget all I did' }).click()
  await page.getByText('solution seen').waitFor({ state: 'detached' })
  expect(await keeps()).toEqual([null, null])
  await page.getByRole('button', { name: /^Undo/ }).click()
  await page.getByText('solution seen').waitFor()
  expect(await keeps()).toEqual(['{"pkce":["seen"]}', '["proof"]'])
  await page.getByRole('button', { name: 'Forget all I did' }).click()
  await page.getByText('solution seen').waitFor({ state: 'detached' })
  const box = page.getByRole('textbox', { name: 'A code' })
  for (const [bad, says] of [
    ['', /It is empty/],
    ['{"format": "cut', /no JSON, or it is cut off/],
    [code.replace(/.$/, (last) => (last === '0' ? '1' : '0')), /The code was not taken/],
  ] as const) {
    await box.fill(bad)
    await pressByKeyboard(page, 'button', 'Take the code')
    await page.getByText(says).first().waitFor()
    expect(await page.getByText('solution seen').count()).toBe(0)
  }
  await box.fill(code)
  await pressByKeyboard(page, 'button', 'Take the code')
  await page.getByText('The code was taken: 1 exercise.').waitFor()
  await page.getByText('solution seen').waitFor()
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ada')
  await page.getByLabel('Kind').selectOption('write')
  await expect.poll(() => page.getByRole('link', { name: 'The first knock' }).count()).toBe(0)
  await page.reload()
  expect(await page.getByLabel('Kind').inputValue()).toBe('write')
  await expectNothingInTheWay(page)
  expect(await wrongs()).toEqual([])
})

test('who has no storage hears it once and goes on, and a bad seed is named', async () => {
  const { page, wrongs } = await guarded(browser)
  onTestFinished(() => page.context().close())
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('closed', 'SecurityError')
      },
    })
  })
  await page.goto(labUrl('#/exercise/knock-first?seed=*'))
  await page.getByText('This browser keeps nothing here.').waitFor()
  await page.getByText('The seed “*” is not made of').waitFor()
  await pressByKeyboard(page, 'button', 'Dismiss')
  await pressByKeyboard(page, 'button', 'Give me a hint')
  await page.getByRole('link', { name: 'All exercises' }).click()
  await page.getByText('begun').first().waitFor()
  expect(await wrongs()).toEqual([])
})
