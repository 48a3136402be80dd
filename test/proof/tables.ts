import type { Closed, Entry, Proven } from '../../engine/proof.ts'
import type { Attack } from '../../engine/scenario.ts'
import type { Fared } from '../clients/attacked.ts'
import { inColumns } from './columns.ts'

const section = (title: string, lines: readonly string[]): string =>
  `${title}\n${'─'.repeat(title.length)}\n${lines.join('\n')}\n`

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

const placeOf = ({ at, messages }: Pick<Proven, 'at' | 'messages'>): string =>
  `${at ?? '–'} of ${messages}`

const tellingName = (attack: Attack, variant: string | undefined): string =>
  variant === undefined ? attack.id : `${attack.id} ${variant}`

/** What alone is remembered in a run, in the words of the attack. */
const remembered = ({ kind, remembered: checks, without, name }: Proven): string => {
  if (kind === 'careless') return 'nothing'
  if (kind === 'careful') return 'everything'
  if (kind === 'told') return checks.length > 0 ? 'every decoy' : 'nothing: it has no decoys'
  if (without !== undefined) return `${checks.join(' + ')}, without ${without}`
  return name === undefined ? checks.join(' + ') : `${name}: ${checks.join(' + ')}`
}

const expectation = ({ expected, by }: Proven): string =>
  by === undefined ? `expected: ${expected}` : `expected: ${expected} by ${by}`

/** Attack by what is remembered: how each run of a proof ended, and who decided. */
export const runsTable = (attacks: readonly Attack[], runs: readonly Proven[]): string =>
  section(
    'What is remembered, and how it ends',
    attacks.flatMap((attack) => {
      const mine = runs.filter(({ scenario }) => scenario === attack.id)
      const tellings = [...new Set(mine.map(({ variant, revision }) => `${variant}|${revision}`))]
      return tellings.flatMap((telling) => {
        const some = mine.filter((one) => `${one.variant}|${one.revision}` === telling)
        const { variant, revision } = some[0]!
        const rows = some.map((run) => [
          run.holds ? '✓' : '✗',
          run.kind,
          run.ending === 'won' ? 'WON' : run.ending,
          placeOf(run),
          run.decided ?? '',
          run.holds ? remembered(run) : `${remembered(run)} (${expectation(run)})`,
        ])
        const head = ['', 'kind', 'ends', 'message', 'decided by', 'remembered alone']
        const title = `${tellingName(attack, variant)}, MCP ${revision}`
        return ['', title, ...indented(inColumns([head, ...rows]))]
      })
    }),
  )

/** Attack by official client: how each fared while the owner’s servers forgot nothing. */
export const clientsTable = (fared: readonly Fared[]): string =>
  section(
    'How the official clients fare',
    indented(
      inColumns([
        ['attack', 'client', 'revision', 'ends', 'by, or in its own words'],
        ...fared.map(({ scenario, variant = '', client, version, revision, ...one }) => [
          `${scenario} ${variant}`.trim(),
          `${client} ${version}`,
          revision,
          one.ending === 'won' ? 'WON' : one.ending,
          one.decided ?? one.says ?? '',
        ]),
      ]),
    ),
  )

/** Attack by revision: what becomes of it where everybody does exactly what the revision asks for. */
export const worldsTable = (attacks: readonly Attack[], worlds: readonly Closed[]): string => {
  const cell = (world: Closed | undefined): string => {
    if (!world) return ''
    return world.ending === 'won' ? 'WON' : `${world.ending} ${world.decided ?? ''}`.trim()
  }
  const rows = attacks.flatMap((attack) => {
    const mine = worlds.filter(({ scenario }) => scenario === attack.id)
    return mine
      .filter(({ obedience }) => obedience === 'must')
      .map((must, index, all) => {
        const should = mine.find(
          (one) =>
            one.obedience === 'should' &&
            one.variant === must.variant &&
            one.revision === must.revision,
        )
        const first = index === 0 || all[index - 1]!.variant !== must.variant
        const name = first ? tellingName(attack, must.variant) : ''
        return [name, must.revision, cell(must), cell(should)]
      })
  })
  const head = ['attack', 'MCP', 'MUST only', 'MUST and SHOULD']
  return section('Where everybody does what a revision asks for', inColumns([head, ...rows]))
}

/** Every check: which attack needs it, or why none does. */
export const checksTable = (ledger: readonly Entry[]): string => {
  const rows = ledger.map(({ check, stops, excuse }) => [
    stops.length > 0 || excuse !== undefined ? '' : '✗',
    check,
    stops.length > 0 ? stops.join(', ') : (excuse ?? 'no attack needs it, and nobody says why'),
  ])
  return section('Which attack needs a check', inColumns([['', 'check', 'stops'], ...rows]))
}

/** The sum of a proof, in one line. */
export const summary = (runs: readonly Proven[], worlds: readonly Closed[], seconds: number) => {
  const failed = runs.filter(({ holds }) => !holds).length
  const told = new Set(runs.map(({ scenario, variant }) => `${scenario} ${variant}`)).size
  const all = runs.length + worlds.length
  return `${runs.length} runs of ${told} tellings: ${runs.length - failed} hold, ${failed} do not. ${worlds.length} worlds. ${seconds.toFixed(1)} s, ${Math.round(all / seconds)} runs a second.`
}
