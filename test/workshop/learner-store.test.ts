import { Scorm12API } from 'scorm-again'
import { describe, expect, test } from 'vitest'
import { learnerStore } from '../../web/workshop/learner-store.ts'
import { reportToLms } from '../../web/workshop/lms-report.ts'
import { progressCode, readProgressCode } from '../../web/workshop/progress-code.ts'
import { nothingDone, solvedIn, withDeed } from '../../web/workshop/progress.ts'
import { forty } from './known.ts'

const at = Date.parse('2026-11-29T10:00:00Z')
const solved = { kind: 'answer', solved: true, at } as const
const [one = '', two = '', three = ''] = forty
const key = 'handshake-lab.workshop.abc'

const holding = (kept = new Map<string, string>()) => ({
  kept,
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
})

describe('what a learner did in a workshop', () => {
  test('is kept for the next page, each workshop by itself', () => {
    const storage = holding()
    const store = learnerStore(storage, 'abc')
    store.isCalled(' A\u202eda ', 'Red')
    store.did(one, solved)
    expect(learnerStore(storage, 'abc').now()).toEqual(store.now())
    expect(store.now()).toMatchObject({ name: 'Ada', team: 'Red', workshop: 'abc' })
    expect(learnerStore(storage, 'abd').now()).toEqual(nothingDone('', '', 'abd'))
  })

  test('in two tabs is put together', () => {
    const storage = holding()
    const [left, right] = [learnerStore(storage, 'abc'), learnerStore(storage, 'abc')]
    left.did(one, solved)
    right.did(two, solved)
    expect(solvedIn(right.now())).toEqual(expect.arrayContaining([one, two]))
    let told = 0
    const end = left.onChange(() => told++)
    const change = () => ({ key, newValue: storage.getItem(key) })
    left.look(change())
    expect(solvedIn(left.now())).toEqual([one, two])
    end()
    left.look(change())
    expect(told).toBe(1)
  })

  test('that one tab forgets is not written back by the other', () => {
    const storage = holding()
    const [left, right] = [learnerStore(storage, 'abc'), learnerStore(storage, 'abc')]
    left.did(one, solved)
    right.look({ key: 'handshake-lab.workshop.abd', newValue: null })
    right.look({ key, newValue: storage.getItem(key) })
    left.forget()
    right.look({ key, newValue: null })
    expect(right.now()).toEqual(nothingDone('', '', 'abc'))
    right.did(two, solved)
    expect(solvedIn(learnerStore(storage, 'abc').now())).toEqual([two])
    right.look({ key: null, newValue: null })
    expect(right.now()).toEqual(nothingDone('', '', 'abc'))
  })

  test.each([
    ['no storage', undefined],
    [
      'a full one',
      {
        ...holding(),
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError')
        },
      },
    ],
    [
      'one that refuses everything',
      {
        getItem: () => {
          throw new DOMException('no', 'SecurityError')
        },
        setItem: () => {
          throw new DOMException('no', 'SecurityError')
        },
        removeItem: () => {
          throw new DOMException('no', 'SecurityError')
        },
      },
    ],
  ])('is known for as long as the page is open with %s', (_, storage) => {
    const store = learnerStore(storage, 'abc')
    store.did(one, solved)
    store.did(two, solved)
    expect(solvedIn(store.now())).toEqual([one, two])
    store.forget()
    expect(store.now()).toEqual(nothingDone('', '', 'abc'))
  })

  test('that was kept and cannot be read counts as nothing', () => {
    const storage = holding(new Map([['handshake-lab.workshop.abc', '{"__proto__":1}']]))
    const store = learnerStore(storage, 'abc')
    expect(store.now()).toEqual(nothingDone('', '', 'abc'))
    store.did(one, solved)
    expect(solvedIn(learnerStore(storage, 'abc').now())).toEqual([one])
  })

  test('takes what comes from elsewhere, and forgets all when it should', () => {
    const storage = holding()
    const store = learnerStore(storage, 'abc')
    store.did(one, solved)
    store.take(withDeed(nothingDone('Ada', '', 'other'), two, solved))
    expect(store.now()).toMatchObject({ name: 'Ada', workshop: 'abc' })
    expect(solvedIn(store.now())).toEqual([one, two])
    store.forget()
    expect(storage.kept.size).toBe(0)
  })
})

describe('a learner in an LMS', () => {
  const opened = (suspend_data: string, exercises = [one, two]) => {
    const api = new Scorm12API({ autocommit: false, logLevel: 5 })
    api.loadFromJSON({ core: { student_name: 'Ada' }, suspend_data })
    const window = Object.assign(new EventTarget(), { parent: { API: api } })
    const store = learnerStore(undefined, 'abc')
    const told: string[] = []
    const onProblems = (problems: readonly string[]) => void told.push(...problems)
    const found = reportToLms({ window, exercises, store, now: () => 0, onProblems })
    return { api, window, store, told, found }
  }

  test('is reported with every exercise, completes with the last, and comes back', () => {
    const { api, window, store, told, found } = opened('')
    expect(found).toBe(true)
    store.did(one, solved)
    expect(api.cmi.core).toMatchObject({ lesson_status: 'incomplete', score: { raw: '50' } })
    store.did(three, solved)
    expect(api.cmi.core.score.raw).toBe('50')
    store.did(two, solved)
    expect(api.cmi.core).toMatchObject({ lesson_status: 'completed', score: { raw: '100' } })
    window.dispatchEvent(new Event('pagehide'))
    expect(api.isTerminated()).toBe(true)
    expect(told).toEqual([])
    const again = opened(api.cmi.suspend_data)
    expect(solvedIn(again.store.now())).toEqual([one, two])
  })

  test('whose kept progress cannot be read loses nothing before going on', () => {
    const foreign = progressCode(nothingDone(), forty)
    const { store, told, api } = opened(foreign)
    expect(told).toEqual([
      expect.stringContaining('another list of exercises'),
      expect.stringContaining(foreign),
    ])
    expect(store.now().attempts).toEqual([])
    expect(api.cmi.suspend_data).toBe(foreign)
    store.did(one, solved)
    expect(solvedIn(readProgressCode(api.cmi.suspend_data, [one, two]).progress!)).toEqual([one])
  })

  test('where there is none is told so', () => {
    const told: string[] = []
    const found = reportToLms({
      window: new EventTarget() as never,
      exercises: [],
      store: learnerStore(undefined, ''),
      now: () => 0,
      onProblems: (problems) => void told.push(...problems),
    })
    expect(found).toBe(false)
    expect(told).toEqual([expect.stringContaining('No LMS was found')])
  })
})
