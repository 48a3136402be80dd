// Measures the built lab against its size budgets, prints a table, and fails when one is over.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../setup/install.mjs'

/** What the first diagram waits for, beyond what the page loads at once: source files that are imported lazily. */
const lazyPartsOfTheFirstDiagram = ['scenarios/lessons/first-contact.ts']

const kB = 1000

/** Code that must not be loaded before somebody asks for it: words that stand in it, and a file that shows they do. */
const laterCode = [
  {
    name: 'the public suffix list',
    marker: 'kawasaki',
    source: 'node_modules/tldts/dist/es6/src/data/trie.js',
  },
  {
    name: 'msw/browser',
    marker: 'Failed to register the Service Worker',
    source: 'node_modules/msw/lib/browser/index.js',
  },
  {
    name: 'mockServiceWorker',
    marker: 'INTEGRITY_CHECK_REQUEST',
    source: 'node_modules/msw/lib/mockServiceWorker.js',
  },
]

/** @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk */

const dist = join(root, 'dist')
const manifestPath = join(dist, '.vite/manifest.json')
if (!existsSync(manifestPath))
  fail(['There is no built lab to measure: run `npm run build` first.'])
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))

/** @type {string[]} */
const problems = []
const loaded = staticClosure(['index.html', ...lazyPartsOfTheFirstDiagram])
const scripts = loaded.map((chunk) => chunk.file)
const styles = [...new Set(loaded.flatMap((chunk) => chunk.css ?? []))]
const fonts = readdirSync(join(dist, 'assets'))
  .filter(isLoadedByLatinText)
  .map((name) => `assets/${name}`)

report([
  { what: 'JavaScript until the first diagram', files: scripts, size: gzipped, budget: 300 * kB },
  { what: 'CSS', files: styles, size: gzipped, budget: 25 * kB },
  { what: 'fonts', files: fonts, size: (bytes) => bytes.length, budget: 120 * kB },
])
for (const { name, marker, source } of laterCode) {
  if (!readFileSync(join(root, source), 'utf8').includes(marker)) {
    problems.push(`“${marker}” is no longer in ${source}: find other words that give ${name} away.`)
  }
  const holder = scripts.find((file) => readFileSync(join(dist, file), 'utf8').includes(marker))
  if (holder) problems.push(`${name} is loaded before the first diagram, in ${holder}.`)
}
fail(problems)

/**
 * The chunks that are loaded together with these source files.
 * @param {string[]} entries
 */
function staticClosure(entries) {
  /** @type {Set<string>} */
  const names = new Set()
  const queue = [...entries]
  for (let name = queue.pop(); name; name = queue.pop()) {
    if (names.has(name)) continue
    if (!manifest[name])
      problems.push(`${name} is no part of the build: correct the list in this script.`)
    names.add(name)
    queue.push(...(manifest[name]?.imports ?? []))
  }
  return [...names].flatMap((name) => manifest[name] ?? [])
}

/** A browser loads the other alphabets' files only for text that needs them. @param {string} name */
function isLoadedByLatinText(name) {
  return name.endsWith('.woff2') && !/-(latin-ext|cyrillic|greek|vietnamese)-/.test(name)
}

/** @param {Buffer} bytes */
function gzipped(bytes) {
  return gzipSync(bytes, { level: 9 }).length
}

/** @param {{ what: string, files: string[], size: (bytes: Buffer) => number, budget: number }[]} rows */
function report(rows) {
  for (const { what, files, size, budget } of rows) {
    const sizes = files.map((file) => ({ file, bytes: size(readFileSync(join(dist, file))) }))
    const sum = sizes.reduce((total, { bytes }) => total + bytes, 0)
    const over = sum > budget
    console.log(`${show(sum)} of ${show(budget)}  ${what}${over ? '  OVER' : ''}`)
    for (const { file, bytes } of sizes.toSorted((a, b) => b.bytes - a.bytes)) {
      console.log(`  ${show(bytes)}  ${file}`)
    }
    if (over) problems.push(`${what}: ${show(sum - budget).trim()} over the budget.`)
  }
}

/** @param {number} bytes */
function show(bytes) {
  return `${(bytes / kB).toFixed(1)} kB`.padStart(9)
}

/** @param {string[]} reasons */
function fail(reasons) {
  for (const reason of reasons) console.error(reason)
  if (reasons.length > 0) process.exit(1)
}
