// Writes the golden runs of this folder and the README's table, or with --check says where fresh ones differ.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { mapText } from './map.ts'
import { officialClientsText } from './official-clients.ts'
import { openingText } from './opening.ts'
import { withScenarioTable } from './readme.ts'
import { seenText } from './seen.ts'
import { stoppedByText } from './stopped-by.ts'
import { goldenRuns, goldenText } from './text.ts'

const checking = process.argv.includes('--check')
const root = fileURLToPath(new URL('../../', import.meta.url))

for (const name of Object.keys(goldenRuns))
  await keep(`test/golden/${name}.txt`, () => goldenText(name))
await keep('scenarios/map.ts', mapText)
await keep('web/start/live/opening.json', openingText)
await keep('README.md', withScenarioTable)
await keep('scenarios/seen.json', seenText)
await keep('web/message/stopped-by.json', stoppedByText)
await keep('web/proof/official-clients.json', officialClientsText)

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
