// Runs a TypeScript file on any Node.js that the project supports: node .build/run-ts.mjs [--install] FILE [arguments]
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { installDependencies, requireNode } from '../test/setup/install.mjs'

const given = process.argv.slice(2)
const install = given[0] === '--install'
const [file = '', ...args] = install ? given.slice(1) : given
const path = resolve(file)
if (!file || !existsSync(path)) {
  const usage = 'usage: node .build/run-ts.mjs [--install] FILE [arguments]'
  console.error(file ? `There is no ${file}.` : usage)
  process.exit(2)
}
if (install) installMissing()
const { runnerImport } = await import('vite')
// So that an error names the line that was written, not the line that was run.
process.setSourceMapsEnabled(true)
process.argv = [process.execPath, path, ...args]
// What the file does must be awaited at its top level: its imports can no longer be loaded after that.
await runnerImport(path, { logLevel: 'error' }).catch((error) => {
  console.error(error instanceof Error ? error.stack : error)
  process.exitCode = 1
})

function installMissing() {
  requireNode()
  try {
    installDependencies()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
