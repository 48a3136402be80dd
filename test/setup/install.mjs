// Brings node_modules in line with package-lock.json, and says what it does. Uses no dependency.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const oldestNode = [20, 19]

/** Ends the process with one plain sentence when this Node.js is too old to run the project. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  console.error(
    `Handshake Lab needs Node.js ${oldestNode.join('.')} or later; this is ${process.version}.`,
  )
  process.exit(1)
}

/**
 * Installs the locked dependencies of a folder when they are missing or not the locked ones; throws when npm fails.
 * @param {string} [folder] the top one where none is given
 * @param {string} [name] what is installed, in words
 */
export function installDependencies(folder = root, name = 'the dependencies') {
  const reason = whyInstall(folder)
  if (!reason) return
  console.log(`Installing ${name} (${reason}) …`)
  const { status, error } = npm(['ci', '--no-audit', '--no-fund'], folder)
  if (status === 0) return
  throw new Error(
    `npm ci failed${error ? ` (${error.message})` : ''}. Its message above says why; without a network there is nothing to install from.`,
  )
}

/** @param {string} folder @returns {string | undefined} */
function whyInstall(folder) {
  const installedLock = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(installedLock)) return 'nothing is installed yet'
  const installed = packagesIn(installedLock)
  for (const [path, wanted] of Object.entries(packagesIn(join(folder, 'package-lock.json')))) {
    if (path === '') continue
    const found = installed[path]
    // Builds for other systems are locked too, and rightly not here.
    if (!found && !wanted.optional) return `${path} is missing`
    if (found && found.version !== wanted.version) return `${path} is not version ${wanted.version}`
  }
  return undefined
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

/** @param {string[]} args @param {string} cwd */
function npm(args, cwd) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd, stdio: ['ignore', 'inherit', 'inherit'] }
  // npm tells the scripts it starts where it is itself: no shell, no PATH, the same on every system.
  const npmCli = process.env.npm_execpath
  if (npmCli?.endsWith('.js')) return spawnSync(process.execPath, [npmCli, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}
