import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'parse5'
import { SaxesParser } from 'saxes'
import { Scorm12API } from 'scorm-again'
import { describe, expect, test, vi } from 'vitest'
import { progressCode, readProgressCode } from '../../web/workshop/progress-code.ts'
import { nothingDone, solvedIn, withDeed } from '../../web/workshop/progress.ts'
import { findApi } from '../../web/workshop/scorm-api.ts'
import { scormPackage } from '../../web/workshop/scorm-package.ts'
import {
  finishOnLeaving,
  LONGEST_SUSPEND_DATA,
  openScorm,
  type ScormSession,
} from '../../web/workshop/scorm.ts'
import { forty } from './known.ts'

/** An LMS that somebody else wrote, as it opens a package that was left with these values. */
const lms = (core: object = {}, rest: object = {}) => {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 })
  api.loadFromJSON({ core: { student_name: 'Ada', ...core }, ...rest })
  return api
}
const sessionWith = (api: unknown): ScormSession => {
  const opened = openScorm({ parent: { API: api } })
  if ('problem' in opened) throw new Error(opened.problem)
  expect(opened.problems).toEqual([])
  return opened.session
}
const valuesIn = (api: Scorm12API) =>
  JSON.parse(JSON.stringify(api.cmi)) as { core: Record<string, unknown>; suspend_data: string }

describe('a session with an LMS', () => {
  test('begins, tracks, completes and ends', () => {
    const api = lms()
    const session = sessionWith(api)
    expect(api.isInitialized()).toBe(true)
    expect(session.resumed).toEqual({ name: 'Ada', status: 'not attempted', suspendData: '' })
    expect(valuesIn(api).core['lesson_status']).toBe('incomplete')

    expect(session.save({ solved: 1, of: 3, code: 'ABC' })).toEqual([])
    expect(valuesIn(api)).toMatchObject({
      core: { lesson_status: 'incomplete', score: { raw: '33', min: '0', max: '100' } },
      suspend_data: 'ABC',
    })
    expect(session.save({ solved: 3, of: 3, code: 'DEF' })).toEqual([])
    expect(valuesIn(api)).toMatchObject({
      core: { lesson_status: 'completed', score: { raw: '100' } },
      suspend_data: 'DEF',
    })
    const set = vi.spyOn(api, 'LMSSetValue')
    expect(session.finish(3_723)).toEqual([])
    expect(api.isTerminated()).toBe(true)
    expect(set).toHaveBeenCalledWith('cmi.core.session_time', '0001:02:03')
    expect(set).toHaveBeenCalledWith('cmi.core.exit', 'suspend')
    expect(session.finish(1)).toEqual([])
    expect(session.save({ solved: 3, of: 3, code: 'DEF' })[0]).toContain('is over')
  })

  test('resumes where it was left, and what was completed stays so', () => {
    const first = lms()
    const progress = withDeed(nothingDone('Ada'), forty[4]!, {
      kind: 'answer',
      solved: true,
      at: 6e10,
    })
    const before = sessionWith(first)
    before.save({ solved: 1, of: 1, code: progressCode(progress, forty) })
    before.finish(60)
    const { core, suspend_data } = valuesIn(first)

    const again = lms({ lesson_status: core['lesson_status'] }, { suspend_data })
    const session = sessionWith(again)
    expect(session.resumed.status).toBe('completed')
    const kept = readProgressCode(session.resumed.suspendData, forty)
    expect(kept).toEqual({ progress, problems: [] })
    expect(solvedIn(kept.progress!)).toEqual([forty[4]])
    session.save({ solved: 0, of: 2, code: '' })
    expect(valuesIn(again).core['lesson_status']).toBe('completed')
  })

  test('keeps no more than an LMS has room for, and says so', () => {
    const api = lms()
    const session = sessionWith(api)
    session.save({ solved: 0, of: 1, code: 'kept' })
    const problems = session.save({ solved: 1, of: 1, code: 'x'.repeat(LONGEST_SUSPEND_DATA + 1) })
    expect(problems).toEqual([expect.stringContaining('4097 characters')])
    expect(valuesIn(api)).toMatchObject({
      core: { lesson_status: 'completed' },
      suspend_data: 'kept',
    })
    expect(session.save({ solved: 1, of: 1, code: 'x'.repeat(LONGEST_SUSPEND_DATA) })).toEqual([])
  })

  test('ends once when its page is left, with the time that it took', () => {
    const api = lms()
    const page = new EventTarget()
    const finish = vi.spyOn(api, 'LMSFinish')
    const set = vi.spyOn(api, 'LMSSetValue')
    let now = 1_000
    finishOnLeaving(sessionWith(api), page, () => now)
    now += 65_000
    page.dispatchEvent(new Event('beforeunload'))
    page.dispatchEvent(new Event('pagehide'))
    expect(finish).toHaveBeenCalledTimes(1)
    expect(set).toHaveBeenCalledWith('cmi.core.session_time', '0000:01:05')
  })

  test('that the LMS does not begin says which error it gave', () => {
    const api = lms()
    api.LMSInitialize('')
    expect(openScorm({ API: api })).toEqual({
      problem: expect.stringMatching(/^The LMS did not take LMSInitialize: error 101, .+\.$/),
    })
  })

  test('tells what the LMS did not take, and goes on with the rest', () => {
    const api = lms()
    const session = sessionWith(api)
    const set = api.LMSSetValue.bind(api)
    vi.spyOn(api, 'LMSSetValue').mockImplementation((element, value) =>
      element === 'cmi.suspend_data' ? 'false' : set(element, value),
    )
    expect(session.save({ solved: 1, of: 1, code: 'ABC' })).toEqual([
      expect.stringContaining('The LMS did not take cmi.suspend_data: error '),
    ])
    expect(valuesIn(api).core['lesson_status']).toBe('completed')
  })
})

describe('the LMS', () => {
  const api = lms()
  const top: Record<string, unknown> = { API: api }
  const alone: Record<string, unknown> = {}
  alone['parent'] = alone
  const loop: Record<string, unknown> = {}
  loop['parent'] = { parent: loop }
  const forbidden = new Proxy(
    {},
    {
      get: () => {
        throw new Error('cross-origin')
      },
    },
  )

  test.each([
    ['in this window', { API: api }],
    ['three parents up', { parent: { parent: { parent: top } } }],
    ['in the opener', { parent: alone, opener: top }],
    ['above the opener', { opener: { parent: { parent: top } } }],
    ['in the opener of a parent', { parent: { opener: top } }],
  ])('%s is found', (_, window) => {
    expect(findApi(window)).toBe(api)
  })

  test.each([
    ['nowhere', alone],
    ['in no endless chain', loop],
    ['behind another origin', { parent: forbidden, opener: forbidden }],
    ['in nothing that only has its name', { API: { LMSInitialize: () => 'true' }, parent: null }],
    ['in no text', { API: 'API' }],
  ])('%s is not, and the lab says so', (_, window) => {
    expect(findApi(window)).toBeUndefined()
    expect(openScorm(window)).toEqual({ problem: expect.stringContaining('No LMS was found') })
  })
})

describe('a package for an LMS', () => {
  const link = '/workshop?v=1&title=A%20%22day%22&steps=e.spot-it.8'
  const labHtml = '<!doctype html><title>Lab</title><p>“the lab”'
  const wish = { course: { id: 'half-a-day', title: 'Half a <day> & "more"\u202e', link }, labHtml }

  const unpacked = () => {
    const files = unzipSync(scormPackage({ ...wish, licenses: 'MIT' }))
    return Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]),
    )
  }

  test('holds the lab as it is, and what else its manifest lists', () => {
    const { 'imsmanifest.xml': manifest = '', ...files } = unpacked()
    expect(files['handshake-lab.html']).toBe(labHtml)
    const listed = elementsOf(manifest).filter(({ path }) => path.endsWith('/file'))
    expect(listed.map(({ attributes }) => attributes['href'])).toEqual(Object.keys(files))
  })

  test('has its manifest first, as an LMS looks for it, and the same bytes each time', () => {
    expect(Object.keys(unpacked())[0]).toBe('imsmanifest.xml')
    expect(scormPackage(wish)).toEqual(scormPackage(wish))
  })

  // The children that IMS Content Packaging 1.1.2 allows, in its order.
  const order: Record<string, readonly string[]> = {
    manifest: ['metadata', 'organizations', 'resources'],
    metadata: ['schema', 'schemaversion'],
    organizations: ['organization'],
    organization: ['title', 'item'],
    item: ['title'],
    resources: ['resource'],
    resource: ['file'],
    schema: [],
    schemaversion: [],
    title: [],
    file: [],
  }

  test('IMS CP 1.1.2, SCORM 1.2 has the elements of the binding in their order, in its namespace', () => {
    const elements = elementsOf(unpacked()['imsmanifest.xml']!)
    for (const { path, uri, children } of elements) {
      expect(uri).toBe('http://www.imsproject.org/xsd/imscp_rootv1p1p2')
      const allowed = order[path.split('/').at(-1)!]!
      expect(children.map((child) => allowed.indexOf(child))).not.toContain(-1)
      expect(children).toEqual(
        children.toSorted((one, other) => allowed.indexOf(one) - allowed.indexOf(other)),
      )
    }
    const at = (path: string) => elements.find((one) => one.path === path)!
    expect(at('manifest/metadata/schema').text).toBe('ADL SCORM')
    expect(at('manifest/metadata/schemaversion').text).toBe('1.2')
    expect(at('manifest/organizations/organization/title').text).toBe('Half a <day> & "more"')
    const item = at('manifest/organizations/organization/item').attributes
    const resource = at('manifest/resources/resource').attributes
    expect(at('manifest/organizations').attributes['default']).toBe(
      at('manifest/organizations/organization').attributes['identifier'],
    )
    expect(item['identifierref']).toBe(resource['identifier'])
    expect(resource).toMatchObject({
      type: 'webcontent',
      href: 'index.html',
      '{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype': 'sco',
    })
    const identifiers = elements.flatMap(({ attributes }) => attributes['identifier'] ?? [])
    expect(new Set(identifiers).size).toBe(4)
    for (const identifier of identifiers) expect(identifier).toMatch(/^[A-Za-z_][\w.-]*$/)
  })

  test('launches the workshop with no script', () => {
    const page = unpacked()['index.html']!
    const found: Record<string, string>[] = []
    const walk = (node: object) => {
      if ('tagName' in node)
        found.push(
          Object.fromEntries([
            ['tag', String(node.tagName)],
            ...('attrs' in node ? (node.attrs as { name: string; value: string }[]) : []).map(
              ({ name, value }) => [name, value],
            ),
          ]),
        )
      if ('childNodes' in node) (node.childNodes as object[]).forEach(walk)
    }
    walk(parse(page))
    expect(found.map(({ tag }) => tag)).not.toContain('script')
    expect(found).toContainEqual({ tag: 'a', href: `handshake-lab.html#${link}` })
    expect(found).toContainEqual({
      tag: 'meta',
      'http-equiv': 'refresh',
      content: `0; url=handshake-lab.html#${link}`,
    })
  })
})

interface FoundElement {
  readonly path: string
  readonly uri: string
  readonly attributes: Record<string, string>
  readonly children: string[]
  text: string
}

/** The elements of a document, as a strict parser with namespaces reads it. */
function elementsOf(xml: string): readonly FoundElement[] {
  const all: FoundElement[] = []
  const open: FoundElement[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    open.at(-1)?.children.push(local)
    const path = [...open.map((one) => one.path.split('/').at(-1)!), local].join('/')
    const named = Object.values(attributes).map((one) => [
      one.uri === '' ? one.local : `{${one.uri}}${one.local}`,
      one.value,
    ])
    const found = { path, uri, attributes: Object.fromEntries(named), children: [], text: '' }
    all.push(found)
    open.push(found)
  })
  parser.on('text', (text) => {
    const here = open.at(-1)
    if (here) here.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return all
}
