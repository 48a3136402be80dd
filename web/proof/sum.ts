import type { Proven } from '../../engine/proof.ts'
import { isPlayed, type Row } from './rows.ts'

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${count} ${many}`

/** What the played runs come to, sentence by sentence; what was not played yet is not spoken of. */
export const sumOf = (rows: readonly Row[]): readonly string[] => {
  const runs = rows.flatMap(({ runs }) => runs.filter(isPlayed)) as readonly Proven[]
  if (runs.length === 0) return []
  const of = (kind: Proven['kind']) => runs.filter((one) => one.kind === kind)
  const attacks = new Set(rows.map(({ attack }) => attack.id)).size
  const astray = runs.filter(({ holds }) => !holds)
  const said = (
    kind: Proven['kind'],
    says: (count: string) => string,
    one: string,
    many: string,
  ) => (of(kind).length > 0 ? [says(counted(of(kind).length, one, many))] : [])
  return [
    `${counted(attacks, 'attack', 'attacks')}, ${counted(rows.length, 'telling', 'tellings')}, ${counted(runs.length, 'run', 'runs')}.`,
    astray.length === 0
      ? 'Every run ends as its attack says it does.'
      : `${counted(astray.length, 'run does not end as its attack says', 'runs do not end as their attacks say')}: ${[...new Set(astray.map(({ scenario }) => scenario))].join(', ')}.`,
    ...said(
      'stop',
      (count) => `${count}, remembered alone, turn the attack away, each at the check it names.`,
      'check or group of checks',
      'checks or groups of checks',
    ),
    ...said(
      'half',
      (count) => `${count} with a check missing stop nothing.`,
      'such group',
      'such groups',
    ),
    ...said(
      'decoy',
      (count) => `${count} that look like a remedy are none.`,
      'precaution',
      'precautions',
    ),
  ]
}
