import { afterEach, describe, expect, test, vi } from 'vitest'
import { readProgress, withMark } from '../../web/progress/progress.ts'

/** The module as a page loads it, with a storage of its own. */
const loaded = async (storage: Partial<Storage> | undefined) => {
  vi.resetModules()
  vi.stubGlobal('localStorage', storage)
  return import('../../web/progress/progress.ts')
}

const holding = (kept: Record<string, string>): Partial<Storage> => ({
  getItem: (key) => kept[key] ?? null,
  setItem: (key, value) => void (kept[key] = value),
  removeItem: (key) => void delete kept[key],
})

afterEach(() => vi.unstubAllGlobals())

describe('what was done', () => {
  test('is read back as it was kept', () => {
    const kept = withMark(withMark({}, 'mix-up', 'seen'), 'mix-up', 'opened')
    expect(kept).toEqual({ 'mix-up': ['opened', 'seen'] })
    expect(readProgress(JSON.stringify(kept))).toEqual(kept)
    expect(withMark(kept, 'mix-up', 'seen')).toBe(kept)
  })

  test.each([
    [null, {}],
    ['', {}],
    ['not JSON', {}],
    ['[]', {}],
    ['7', {}],
    ['null', {}],
    ['{"mix-up":"opened"}', {}],
    ['{"mix-up":["flown to"]}', {}],
    ['{"<img src=x>":["opened"],"pkce":["opened"]}', { pkce: ['opened'] }],
    ['{"__proto__":["opened"]}', {}],
    ['{"constructor":["opened","opened"]}', { constructor: ['opened'] }],
  ])('of %s, what stands there counts only where it is understood', (text, read) => {
    expect(readProgress(text)).toEqual(read)
  })

  test('is kept for the next page', async () => {
    const kept: Record<string, string> = {}
    const page = await loaded(holding(kept))
    page.markDone('pkce', 'opened')
    const next = await loaded(holding(kept))
    expect(next.progressNow()).toEqual({ pkce: ['opened'] })
    next.forgetProgress()
    expect(kept).toEqual({})
    expect(next.progressNow()).toEqual({})
  })

  test('in another tab is not written over', async () => {
    const kept: Record<string, string> = {}
    const page = await loaded(holding(kept))
    page.markDone('pkce', 'opened')
    kept['handshake-lab.progress'] = '{"mix-up":["seen"],"pkce":["opened"]}'
    page.markDone('pkce', 'seen')
    expect(JSON.parse(kept['handshake-lab.progress']!)).toEqual({
      'mix-up': ['seen'],
      pkce: ['opened', 'seen'],
    })
  })

  test.each([
    ['that is not there', undefined],
    [
      'that throws',
      {
        getItem: () => {
          throw new Error('denied')
        },
        setItem: () => {
          throw new Error('full')
        },
      },
    ],
  ])('lasts as long as the page with a storage %s', async (_, storage) => {
    const page = await loaded(storage)
    page.markDone('pkce', 'opened')
    expect(page.progressNow()).toEqual({ pkce: ['opened'] })
  })
})
