// Everything that CI checks, step by step: node test/check.mjs [--install] [STEP …]. A step that fails stops no other.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { installChromium, requireChromium } from './setup/chromium.mjs'
import { installGenerators } from './setup/generators.mjs'
import { installDependencies, requireNode, root } from './setup/install.mjs'
import { run } from './setup/tools.mjs'

/**
 * @typedef {{ passed: number, failed: number, named?: readonly string[] }} Count
 * @typedef {{ name: string, check: (say: (text: string) => void) => Promise<Count>, loud?: boolean, after?: string, asked?: boolean }} Step
 */

const pass = { passed: 1, failed: 0 }
const fail = { passed: 0, failed: 1 }

/** @type {Step[]} */
const steps = [
  { name: 'format', check: command('prettier', '--check', '.') },
  { name: 'lint', check: command('oxlint', '--deny-warnings') },
  { name: 'structure', check: command('test/repository/structure.mjs') },
  { name: 'types', check: command('tsc', '-p', 'tsconfig.json') },
  { name: 'types-engine', check: command('tsc', '-p', 'engine/tsconfig.json') },
  { name: 'types-scenarios', check: command('tsc', '-p', 'scenarios/tsconfig.json') },
  { name: 'goldens', check: command('.build/run-ts.mjs', 'test/golden/write.ts', '--check') },
  { name: 'build', check: command('vite', 'build', '--logLevel', 'warn') },
  { name: 'budgets', check: command('test/repository/budgets.mjs'), loud: true, after: 'build' },
  { name: 'tests', check: tests('node'), loud: true },
  { name: 'tests-browser', check: tests('browser'), loud: true, after: 'build' },
  // What takes minutes of its own, or other people's programs: before a release, by `npm run test:long`.
  { name: 'tests-hostile', check: tests('hostile'), loud: true, after: 'build', asked: true },
  {
    name: 'tests-everywhere',
    check: tests('everywhere'),
    loud: true,
    after: 'build',
    asked: true,
  },
  { name: 'tests-hosts', check: tests('hosts'), loud: true, after: 'build', asked: true },
  { name: 'tests-room', check: tests('room'), loud: true, after: 'build', asked: true },
]

requireNode()
const [wanted, install] = readArguments(process.argv.slice(2))
if (install) {
  try {
    installDependencies()
    if (wanted.some(({ name }) => name.startsWith('tests-'))) installChromium()
    if (wanted.some(({ name }) => name === 'tests-hosts')) installGenerators()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    finish(new Map([['install', fail]]))
  }
}
/** @type {Map<string, Count>} */
const counts = new Map()
for (const step of wanted) counts.set(step.name, await take(step))
finish(counts)

/** @param {string[]} args @returns {[Step[], boolean]} */
function readArguments(args) {
  const names = args.filter((argument) => argument !== '--install')
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    console.error(
      `No such step: ${unknown.join(', ')}. The steps: ${steps.map(({ name }) => name).join(', ')}`,
    )
    process.exit(2)
  }
  const chosen = steps.filter(({ name, asked }) =>
    names.length === 0 ? !asked : names.includes(name),
  )
  return [chosen, args.includes('--install')]
}

/** @param {Step} step @returns {Promise<Count>} */
async function take({ name, check, loud, after }) {
  if (after && counts.get(after)?.failed) {
    console.log(`FAILED  ${name}: not run, because ${after} failed`)
    return fail
  }
  const begun = performance.now()
  let output = ''
  if (loud) console.log(`\n${name}`)
  const print = (/** @type {string} */ text) => {
    if (loud) process.stdout.write(text)
    else output += text
  }
  const count = await check(print).catch((error) => {
    print(`${error instanceof Error ? error.message : error}\n`)
    return fail
  })
  if (count.failed > 0) process.stdout.write(output)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${count.failed > 0 ? 'FAILED' : 'ok    '}  ${name}  (${seconds} s)`)
  return count
}

/** A step that passes when a command ends with 0. @param {string[]} words @returns {Step['check']} */
function command(...words) {
  return async (print) => ((await run(words, { print })) === 0 ? pass : fail)
}

/** A step that counts every test; one that is switched off is failed. @param {string} project @returns {Step['check']} */
function tests(project) {
  return async (print) => {
    if (project !== 'node') requireChromium()
    const results = join(root, `.cache/tests-${project}.json`)
    rmSync(results, { force: true })
    // What takes minutes for each test says so after each; the others would fill screens.
    const told = steps.find(({ name }) => name === `tests-${project}`)?.asked
      ? 'verbose'
      : 'default'
    const reporters = [`--reporter=${told}`, '--reporter=json', `--outputFile.json=${results}`]
    const env = counts.get('build')?.passed ? { LAB_IS_BUILT: 'yes' } : {}
    const code = await run(['vitest', 'run', '--project', project, ...reporters], { env, print })
    if (!existsSync(results)) return fail
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
      JSON.parse(readFileSync(results, 'utf8'))
    const switchedOff = numPendingTests + numTodoTests
    if (switchedOff > 0) print(`${switchedOff} tests did not run, which counts as failed.\n`)
    const failed = numFailedTests + switchedOff
    // A file that could not be loaded, or an error nobody caught, fails vitest without failing a test.
    return {
      passed: numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      named: failedIn(testResults),
    }
  }
}

/** @param {{ name: string, message: string, assertionResults: { status: string, fullName: string }[] }[]} files */
function failedIn(files) {
  return files.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name)
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    if (tests.length === 0 && message) return [`${file}: ${message}`]
    return tests.map(({ fullName }) => `${file}: ${fullName}`)
  })
}

/** Says the sum in the form that CI reads, and ends the process. @param {Map<string, Count>} all */
function finish(all) {
  let passed = 0
  let failed = 0
  for (const count of all.values()) {
    passed += count.passed
    failed += count.failed
  }
  // By name once more: the report of a test stands hundreds of lines above.
  for (const [step, count] of all) {
    if (count.failed > 0)
      console.log([`\nFAILED  ${step}`, ...(count.named ?? [])].join('\n        '))
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
}
