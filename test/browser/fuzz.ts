import type fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { bringTools } from './fuzz-tools.ts'
import { guarded } from './guard.ts'
import { sampled } from './hostile.ts'

/** A way into the lab from outside. */
export interface Entry<Input = unknown> {
  readonly name: string
  readonly inputs: fc.Arbitrary<Input>
  /** How many inputs it is given. */
  readonly many: number
  /** Goes where it is. */
  open(page: Page): Promise<void>
  /** Gives it inputs, one after the other, and answers what was seen in the page that should not be there. */
  feed(page: Page, inputs: readonly Input[]): Promise<readonly string[]>
  /** Does what a reader does, and throws if that does not work any more. */
  use(page: Page): Promise<void>
  /** What the page does who is careless here: written into it, it has to be noticed. */
  readonly careless: () => void
}

/** Says the type of an entry’s inputs once, where it is written. */
export const entry = <Input>(it: Entry<Input>): Entry => it as Entry

const BATCH = 20

/** `FUZZ_SEED` gives other inputs, `FUZZ_TIMES` that many times as many. */
export const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
export const TIMES = Number(process.env['FUZZ_TIMES'] ?? 1)

/** What a batch of inputs does to a page; empty: nothing that it should not. */
const wrongsOf = async (
  browser: Browser,
  it: Entry,
  inputs: readonly unknown[],
): Promise<readonly string[]> => {
  const watched = await open(browser, it)
  try {
    return await fed(watched, it, inputs)
  } finally {
    await watched.page.context().close()
  }
}

const open = async (browser: Browser, it: Entry, plant?: () => void) => {
  const watched = await guarded(browser, { viewport: { width: 1100, height: 700 } })
  // What is slow is no harm; what never comes is.
  watched.page.setDefaultTimeout(60_000)
  await watched.page.addInitScript(bringTools)
  if (plant) await watched.page.addInitScript(plant)
  await it.open(watched.page)
  return watched
}

const fed = async (
  { page, wrongs }: Awaited<ReturnType<typeof open>>,
  it: Entry,
  inputs: readonly unknown[],
): Promise<readonly string[]> => {
  const before = (await wrongs()).length
  try {
    const seen = await it.feed(page, inputs)
    await it.use(page)
    return [...seen, ...(await wrongs()).slice(before)]
  } catch (error) {
    const found = await wrongs().catch(() => [])
    return [`cannot be used any more: ${String(error).slice(0, 400)}`, ...found.slice(before)]
  }
}

const written = (input: unknown) => {
  const text = JSON.stringify(input)
  return text.length > 600 ? `${text.slice(0, 600)}… (${text.length} characters)` : text
}

interface Asked {
  readonly many?: number
  /** What makes the page careless. */
  readonly plant?: () => void
}

/** Gives an entry its inputs, in two pages at once. One line for each input that did harm, with what replays it. */
export const fuzz = async (
  browser: Browser,
  it: Entry,
  { many = it.many * TIMES, plant }: Asked = {},
): Promise<readonly string[]> => {
  const inputs = sampled(it.inputs, many, SEED)
  const half = Math.ceil(inputs.length / 2)
  const lanes = [inputs.slice(0, half), inputs.slice(half)].filter((lane) => lane.length > 0)
  return (await Promise.all(lanes.map((lane) => inLane(browser, it, lane, plant)))).flat()
}

const inLane = async (
  browser: Browser,
  it: Entry,
  inputs: readonly unknown[],
  plant: (() => void) | undefined,
): Promise<readonly string[]> => {
  let watched = await open(browser, it, plant)
  const found: string[] = []
  for (let at = 0; at < inputs.length && found.length < ENOUGH; at += BATCH) {
    const batch = inputs.slice(at, at + BATCH)
    const wrongs = await fed(watched, it, batch)
    if (wrongs.length === 0) continue
    await watched.page.context().close()
    if (plant) return wrongs
    const alone = await culprits(browser, it, batch)
    found.push(...alone)
    if (alone.length === 0)
      return [
        `${it.name}, FUZZ_SEED=${SEED}, these together: ${written(batch)}: ${wrongs.join('; ')}`,
      ]
    watched = await open(browser, it, plant)
  }
  await watched.page.context().close()
  return found
}

/** Which inputs of a batch it was, each in a page of its own: found by halving, because a page that is stuck costs a minute. */
const culprits = async (
  browser: Browser,
  it: Entry,
  batch: readonly unknown[],
): Promise<readonly string[]> => {
  const found: string[] = []
  const middle = Math.ceil(batch.length / 2)
  for (const part of [batch.slice(0, middle), batch.slice(middle)]) {
    if (part.length === 0 || found.length >= ENOUGH) continue
    const wrongs = await wrongsOf(browser, it, part)
    if (wrongs.length === 0) continue
    if (part.length > 1) found.push(...(await culprits(browser, it, part)))
    else found.push(`${it.name}, FUZZ_SEED=${SEED}: ${written(part[0])}: ${wrongs.join('; ')}`)
  }
  return found
}

/** More harm than this is not looked into. */
const ENOUGH = 3
