// Writes the golden runs of this folder and the README's table, or with --check says where fresh ones differ.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withScenarioTable } from './readme.ts'
import { goldenRuns, goldenText } from './text.ts'

const checking = process.argv.includes('--check')
const root = fileURLToPath(new URL('../../', import.meta.url))

for (const name of Object.keys(goldenRuns))
  await keep(`test/golden/${name}.txt`, () => goldenText(name))
await keep('README.md', withScenarioTable)

async function keep(file: string, write: (kept: string) => string | Promise<string>) {
  const kept = await readFile(root + file, 'utf8').catch(() => undefined)
  const fresh = await write(kept ?? '')
  if (kept === fresh) return
  if (!checking) return writeFile(root + file, fresh)
  process.exitCode = 1
  console.error(firstDifference(file, kept, fresh))
}

function firstDifference(file: string, kept: string | undefined, fresh: string): string {
  if (kept === undefined) return `${file} does not exist: write it with npm run golden.`
  const [old, now] = [kept.split('\n'), fresh.split('\n')]
  const line = now.findIndex((text, index) => text !== old[index])
  const at = line === -1 ? now.length : line
  return `${file} differs from a fresh run at line ${at + 1}:\n- ${old[at] ?? '(end)'}\n+ ${now[at] ?? '(end)'}\nIf that is meant, write it anew with npm run golden and read the difference.`
}
