// Runs a TypeScript file on any Node.js that the project supports: node test/run-ts.mjs FILE [arguments]
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [file = '', ...args] = process.argv.slice(2)
const path = resolve(file)
if (!file || !existsSync(path)) {
  console.error(file ? `There is no ${file}.` : 'usage: node test/run-ts.mjs FILE [arguments]')
  process.exit(2)
}
// So that an error names the line that was written, not the line that was run.
process.setSourceMapsEnabled(true)
process.argv = [process.execPath, path, ...args]
// What the file does must be awaited at its top level: its imports can no longer be loaded after that.
await runnerImport(path, { logLevel: 'error' }).catch((error) => {
  console.error(error instanceof Error ? error.stack : error)
  process.exitCode = 1
})
