// Measures the built lab against its size budgets, prints a table, and fails when one is over.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../setup/install.mjs'

/** What a page waits for until it can be used: source files, those that are imported lazily among them. */
const startPage = ['index.html', 'web/start/start.tsx']
const firstDiagram = ['index.html', 'web/lab/lab.tsx', 'scenarios/lessons/first-contact.ts']

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

/** Code that the start page does without: it is what makes the lab large. */
const codeOfTheLab = [
  {
    name: 'React Flow',
    marker: 'react-flow__pane',
    source: 'node_modules/@xyflow/react/dist/esm/index.js',
  },
  { name: 'the engine', marker: 'the run stopped without an ending', source: 'engine/run.ts' },
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
const start = filesOf(startPage)
const lab = filesOf(firstDiagram)
const fonts = readdirSync(join(dist, 'assets'))
  .filter(isLoadedByLatinText)
  .map((name) => `assets/${name}`)

report([
  {
    what: 'JavaScript until the start page can be used',
    files: start.scripts,
    size: gzipped,
    budget: 110 * kB,
  },
  { what: 'CSS of the start page', files: start.styles, size: gzipped, budget: 10 * kB },
  {
    what: 'JavaScript until the first diagram',
    files: lab.scripts,
    size: gzipped,
    budget: 300 * kB,
  },
  { what: 'CSS', files: lab.styles, size: gzipped, budget: 25 * kB },
  { what: 'fonts', files: fonts, size: (bytes) => bytes.length, budget: 120 * kB },
  {
    what: 'JavaScript of an embed until the first diagram, with the story that is largest',
    files: embedScripts(),
    size: gzipped,
    budget: 220 * kB,
  },
  { what: 'CSS of an embed', files: ['embed/embed.css'], size: gzipped, budget: 15 * kB },
  { what: '<handshake-lab>', files: ['handshake-lab.js'], size: gzipped, budget: 4 * kB },
  { what: '<handshake-lab> as a module', files: ['element.js'], size: gzipped, budget: 4 * kB },
])
expectWithout(lab.scripts, laterCode, 'before the first diagram')
expectWithout(start.scripts, [...laterCode, ...codeOfTheLab], 'with the start page')
fail(problems)

/** @param {string[]} entries */
function filesOf(entries) {
  const loaded = staticClosure(entries)
  return {
    scripts: loaded.map((chunk) => chunk.file),
    styles: [...new Set(loaded.flatMap((chunk) => chunk.css ?? []))],
  }
}

/**
 * @param {string[]} scripts
 * @param {{ name: string, marker: string, source: string }[]} unwanted
 * @param {string} when
 */
function expectWithout(scripts, unwanted, when) {
  for (const { name, marker, source } of unwanted) {
    if (!readFileSync(join(root, source), 'utf8').includes(marker)) {
      problems.push(
        `“${marker}” is no longer in ${source}: find other words that give ${name} away.`,
      )
    }
    const holder = scripts.find((file) => readFileSync(join(dist, file), 'utf8').includes(marker))
    if (holder) problems.push(`${name} is loaded ${when}, in ${holder}.`)
  }
}

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

/** What an embed loads before it shows anything, and the story that needs the most besides. */
function embedScripts() {
  /** @type {import('../../.build/embed.ts').EmbedManifest} */
  const { first, later } = JSON.parse(readFileSync(join(dist, '.vite/embed.json'), 'utf8'))
  /** @param {readonly string[]} files */
  const beyond = (files) => files.filter((file) => !first.includes(file))
  /** @param {readonly string[]} files */
  const sizeOf = (files) =>
    files.reduce((sum, file) => sum + gzipped(readFileSync(join(dist, file))), 0)
  const stories = Object.entries(later).flatMap(([source, files]) =>
    source.startsWith('scenarios/') ? [beyond(files)] : [],
  )
  const largest = stories.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]
  if (!largest) problems.push('The embed has no stories: correct .build/embed.ts.')
  return [...first, ...(largest ?? [])]
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
