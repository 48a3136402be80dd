// Writes the golden runs of this folder, or with --check says which one a fresh run differs from.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { goldenRuns, goldenText } from './text.ts'

const checking = process.argv.includes('--check')
for (const name of Object.keys(goldenRuns)) {
  const path = fileURLToPath(new URL(`./${name}.txt`, import.meta.url))
  const fresh = await goldenText(name)
  const kept = await readFile(path, 'utf8').catch(() => undefined)
  if (kept === fresh) continue
  if (!checking) await writeFile(path, fresh)
  else {
    process.exitCode = 1
    console.error(firstDifference(name, kept, fresh))
  }
}

function firstDifference(name: string, kept: string | undefined, fresh: string): string {
  if (kept === undefined)
    return `test/golden/${name}.txt does not exist: write it with npm run golden.`
  const [old, now] = [kept.split('\n'), fresh.split('\n')]
  const line = now.findIndex((text, index) => text !== old[index])
  const at = line === -1 ? now.length : line
  return `test/golden/${name}.txt differs from a fresh run at line ${at + 1}:\n- ${old[at] ?? '(end)'}\n+ ${now[at] ?? '(end)'}\nIf that is meant, write it anew with npm run golden and read the difference.`
}
