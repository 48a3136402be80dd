import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { fuzz, TIMES } from './fuzz.ts'
import { theEmbedsHash, theLabsHash, theOtherPagesHash } from './fuzz-hash.ts'
import { droppedFiles, storageAtFirst, storageMeanwhile } from './fuzz-kept.ts'
import { theTeachingHash, writtenChecks } from './fuzz-teaching.ts'
import { typedTexts } from './fuzz-typed.ts'
import { messagesToAnEmbed, messagesToTheElement } from './fuzz-windows.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const entries = [
  theLabsHash,
  theOtherPagesHash,
  theEmbedsHash,
  messagesToAnEmbed,
  messagesToTheElement,
  storageAtFirst,
  storageMeanwhile,
  droppedFiles,
  theTeachingHash,
  writtenChecks,
  ...typedTexts,
]

const PATIENCE = 300_000 * TIMES

describe('hostile inputs', () => {
  test('are two thousand at least', () => {
    expect(entries.reduce((sum, { many }) => sum + many, 0)).toBeGreaterThan(2_000)
  })

  test.each(entries)(
    'through $name run no script, throw nothing, ask nobody else, and leave the lab in order',
    { timeout: PATIENCE },
    async (entry) => {
      expect(await fuzz(browser, entry)).toEqual([])
    },
  )
})

describe('whoever watches sees', () => {
  test.each(entries)('a page that is careless with $name', { timeout: PATIENCE }, async (entry) => {
    expect(await fuzz(browser, entry, { many: 6, plant: entry.careless })).not.toEqual([])
  })

  test('a lab that can be used no more', { timeout: PATIENCE }, async () => {
    const plant = () =>
      addEventListener('hashchange', () => document.getElementById('root')?.remove())
    const found = await fuzz(browser, theLabsHash, { many: 1, plant })
    expect(found.join()).toContain('cannot be used any more')
  })
})
