import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { registry } from '../../engine/checks/index.ts'
import { refs, type Ref } from '../../engine/spec/refs.ts'
import { root } from '../setup/install.mjs'

const entries: [id: string, ref: Ref][] = Object.entries(refs)
const titleAt = new Map(entries.map(([, { url, title }]) => [url, title]))

const sources = readdirSync(join(root, 'engine'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => [path, readFileSync(join(root, 'engine', path), 'utf8')] as const)

/** Every section that a comment cites: `@see [title](url)`. */
const cited = sources.flatMap(([path, text]) =>
  [...text.matchAll(/@see(.*)/g)].map(([line, rest]) => {
    const [, title, url] = /^ \[([^\]]+)\]\((https:[^)\s]+)\)/.exec(rest!) ?? []
    return { path, line: line.slice(0, 160), title, url }
  }),
)

describe('the sections that comments cite', () => {
  test('are cited in one form', () => {
    expect(cited.length).toBeGreaterThan(50)
    expect(cited.filter(({ url }) => url === undefined)).toEqual([])
  })

  test('stand in engine/spec, under the same title', () => {
    expect(cited.filter(({ url, title }) => titleAt.get(url ?? '') !== title)).toEqual([])
  })
})

describe('the sections that checks rest on', () => {
  test.each(registry.map((row) => [row.id, row.refs] as const))('%s', (_, ids) => {
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter((id) => !Object.hasOwn(refs, id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the list of sections', () => {
  test.each(entries)('%s is well formed', (id, { title, short, url }) => {
    expect(id).toMatch(/^[a-zA-Z0-9.-]+$/)
    expect(title).toMatch(/^\S.*\S - \S.*$/)
    expect(short).toMatch(/^\S.*\S$/)
    const { protocol, host, hash, href } = new URL(url)
    expect([protocol, href]).toEqual(['https:', url])
    expect([
      'www.rfc-editor.org',
      'datatracker.ietf.org',
      'modelcontextprotocol.io',
      'openid.net',
    ]).toContain(host)
    expect(hash).toMatch(/^(#[\w.%-]+)?$/)
  })

  test('names each section once', () => {
    expect(new Set(entries.map(([, { url }]) => url)).size).toBe(entries.length)
    expect(new Set(entries.map(([, { title }]) => title)).size).toBe(entries.length)
  })

  test.each(entries.filter(([, { url }]) => url.includes('/rfc/rfc')))(
    '%s says in its title what its address says',
    (_, { title, url }) => {
      const [, number, section] = /rfc(\d+)\.html#(?:section|appendix)-([\w.]+)$/.exec(url)!
      expect(title).toMatch(
        new RegExp(`^RFC ${number} (§|Appendix )${section!.replaceAll('.', '\\.')} - `),
      )
    },
  )
})
