// Runs the command-line tools that the project depends on, the same way on every system: without a shell.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

/**
 * Runs a command with this Node.js, in the project's top folder; resolves to its exit code.
 * @param {string[]} command a script and its arguments; a bare first word is the command of the package of that name
 * @param {{ env?: Record<string, string>, print?: (text: string) => void }} [options]
 * @returns {Promise<number>}
 */
export function run([name = '', ...args], { env, print } = {}) {
  const script = name.includes('/') ? join(root, name) : commandOf(name)
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', print ? 'pipe' : 'inherit', print ? 'pipe' : 'inherit'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => print?.(text))
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** @param {string} name */
function commandOf(name) {
  const folder = join(root, 'node_modules', name === 'tsc' ? 'typescript' : name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}
