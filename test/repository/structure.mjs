// Checks what no linter looks at: where files stand, how long they are, what must not be committed. [FOLDER]
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, normalize, sep } from 'node:path/posix'
import { parseSync, Visitor } from 'vite'
import { root as projectRoot } from '../setup/install.mjs'

const root = process.argv[2] ?? projectRoot

const topLevel = new Set([
  'web',
  'engine',
  'scenarios',
  'test',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'SECURITY.md',
  'CHANGELOG.md',
])

/** Folders of web/ that every feature may import; any other folder there is a feature. */
const sharedByFeatures = new Set([
  'ui',
  'styles',
  'lab',
  'text',
  'element',
  'value',
  'progress',
  'practice',
  'workshop',
])

/** Folders of web/ that are pages: they are made of features, and no feature imports them. */
const pages = new Set(['embed', 'teach'])

const longest = 200

/** @type {string[]} */
const problems = []
/** @param {string} path @param {string} text */
const report = (path, text) => problems.push(`${path}: ${text}`)

const listing = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
const paths = execFileSync('git', listing, { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))

for (const path of paths) {
  checkPlace(path)
  const text = readFileSync(join(root, path), 'utf8')
  if (!text.includes('\0')) checkText(path, text)
  if (!/^(engine|scenarios|web)\//.test(path)) continue
  if (/\.(ts|tsx|mjs)$/.test(path)) checkCode(path, text)
  if (path.endsWith('.css')) checkLength(path, text.replace(/\/\*.*?\*\//gs, ''))
}

for (const problem of problems) console.error(problem)
console.log(`${paths.length} files, ${problems.length} problems`)
process.exit(problems.length > 0 ? 1 : 0)

/** @param {string} path */
function checkPlace(path) {
  const [top = ''] = path.split('/')
  if (!top.startsWith('.') && !topLevel.has(top)) {
    report(path, 'nothing else stands at the top level: put it into web, engine, scenarios or test')
  }
  const vague = path
    .split('/')
    .find((name) => /(^|[-._])(utils?|helpers?|common)([-._]|$)/.test(name))
  if (vague) report(path, `“${vague}” says nothing about what is in it`)
}

/** @param {string} path @param {string} text */
function checkText(path, text) {
  if (basename(path) === 'package-lock.json') {
    const line = text.split('\n').find((each) => /"resolved"|registry\./.test(each))
    if (line) report(path, `names a registry (${line.trim()}): install with the project's .npmrc`)
    checkLock(path, JSON.parse(text))
    return
  }
  const place = /(?<![\w.~}-])\/(?:tmp|work|root|home)\/\w/.exec(text)
  if (place) report(`${path}:${lineOf(text, place.index)}`, 'holds a path of somebody’s machine')
}

/**
 * npm leaves out of the lock what the registry of the moment lacks, and then refuses to install from it.
 * @param {string} path
 * @param {{ packages?: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 */
function checkLock(path, { packages = {} }) {
  const locked = new Set(Object.keys(packages).map((key) => key.split('node_modules/').at(-1)))
  for (const [name, { optionalDependencies = {} }] of Object.entries(packages)) {
    const missing = Object.keys(optionalDependencies).find((dependency) => !locked.has(dependency))
    if (missing) report(path, `${name} may need ${missing}, which is not locked: npm ci would fail`)
  }
}

/** @param {string} path @param {string} text */
function checkCode(path, text) {
  const { program, module, comments, errors } = parseSync(path, text)
  if (errors.length > 0) {
    report(path, 'cannot be parsed')
    return
  }
  checkLength(
    path,
    comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text),
  )
  for (const specifier of importsOf(module, text)) checkImport(path, specifier)
  if (path.startsWith('web/') || path.startsWith('engine/chance/')) return
  new Visitor({
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'Date' || given.length > 0) return
      report(
        `${path}:${lineOf(text, start)}`,
        'reads the machine’s clock: time comes from engine/chance',
      )
    },
  }).visit(program)
}

/** @param {string} path @param {string} code without its comments */
function checkLength(path, code) {
  const lines = code.split('\n').filter((line) => line.trim() !== '').length
  if (lines > longest) report(path, `${lines} lines of code; no file has more than ${longest}`)
}

/**
 * @param {import('vite').ParseResult['module']} module
 * @param {string} text
 */
function importsOf({ staticImports, staticExports, dynamicImports }, text) {
  const written = dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end))
  return [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...written.flatMap((source) => /^(['"`])([^'"`$]+)\1$/.exec(source)?.[2] ?? []),
  ]
}

/** @param {string} path @param {string} specifier */
function checkImport(path, specifier) {
  if (!specifier.startsWith('.')) return
  if (!path.startsWith('web/')) {
    if (!['.ts', '.tsx', '.json'].includes(extname(specifier))) {
      report(path, `imports ${specifier} without its .ts: Node.js would not find it`)
    }
    return
  }
  const from = featureOf(path)
  const to = featureOf(normalize(join(dirname(path), specifier)))
  if (from && to && from !== to && !pages.has(from))
    report(path, `web/${from} imports web/${to}: features never import each other`)
}

/** @param {string} path */
function featureOf(path) {
  const [top, folder, ...rest] = path.split(sep)
  return top === 'web' && folder && rest.length > 0 && !sharedByFeatures.has(folder)
    ? folder
    : undefined
}

/** @param {string} text @param {number} offset */
function lineOf(text, offset) {
  return text.slice(0, offset).split('\n').length
}
