// Proves the attacks and prints how: npm run proof [-- FLAGS]
import { closedIn, ledgerOf, plansOf, proveRun, worldsOf } from '../../engine/proof.ts'
import type { Closed, Proven } from '../../engine/proof.ts'
import { attacks } from '../../scenarios/index.ts'
import { helpText, readFlags, type Flags } from './flags.ts'
import { fareAll, quietly } from '../clients/attacked.ts'
import { checksTable, clientsTable, runsTable, summary, worldsTable } from './tables.ts'

const slugs = attacks.map(({ id }) => id)
const reading = readFlags(process.argv.slice(2), slugs)
if ('problem' in reading) {
  process.stderr.write(`${reading.problem}\n\nnpm run proof -- --help lists the flags.\n`)
  process.exitCode = 2
} else if (reading.flags.help) process.stdout.write(helpText())
else await run(reading.flags)

async function run({ attacks: wanted, revisions, json }: Flags) {
  const chosen = attacks.filter(({ id }) => wanted?.includes(id) ?? true)
  const begun = performance.now()
  const runs: Proven[] = []
  const worlds: Closed[] = []
  for (const attack of chosen) {
    const dates = revisions ?? [attack.revision]
    for (const planned of plansOf(attack, dates)) runs.push(await proveRun(attack, planned))
    for (const { variant, revision, obedience } of worldsOf(attack, revisions))
      worlds.push(await closedIn(attack, variant, revision, obedience))
  }
  const seconds = (performance.now() - begun) / 1000
  const clients = await quietly(() => fareAll(chosen))
  const ledger = ledgerOf(chosen)
  const whole = wanted === undefined
  const unproven = whole ? ledger.filter((one) => one.stops.length === 0 && !one.excuse) : []
  if (json) print(JSON.stringify({ runs, worlds, clients, checks: ledger }, nullForNothing, 2))
  else {
    print(runsTable(chosen, runs))
    print(worldsTable(chosen, worlds))
    print(clientsTable(clients))
    print(checksTable(whole ? ledger : ledger.filter(({ stops }) => stops.length > 0)))
    print(summary(runs, worlds, seconds))
  }
  const holds = runs.every((one) => one.holds) && unproven.length === 0
  if (runs.length === 0) process.stderr.write('No attack is told in that revision.\n')
  if (!holds || runs.length === 0) process.exitCode = 1
}

function print(text: string) {
  process.stdout.write(`${text}\n`)
}

// A member that is sometimes missing is harder to read than one that is null.
function nullForNothing(_: string, value: unknown) {
  return value === undefined ? null : value
}
