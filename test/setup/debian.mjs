// Debian's packages: where they can be had without a question, and how.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether this is Debian, or made from it. */
export function isDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** The one command that installs packages. @param {readonly string[]} packages their names, and apt-get’s flags for them */
export const aptCommand = (packages) => `apt-get update && apt-get install -y ${packages.join(' ')}`

/**
 * Installs packages where this is root on Debian or Ubuntu; otherwise does nothing.
 * @param {string} name what is installed, in words
 * @param {readonly string[]} packages
 */
export function installWithApt(name, packages) {
  if (!isDebian() || process.getuid?.() !== 0) return
  const command = aptCommand(packages)
  console.log(`Installing ${name} (${command}) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('sh', ['-c', command], { env, stdio: ['ignore', 'inherit', 'inherit'] })
}
