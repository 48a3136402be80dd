import { attackGroups } from '../../scenarios/attack-cards.ts'
import { attacks, lessons } from '../../scenarios/index.ts'

const BLOCK = /(<!-- scenarios -->)[\s\S]*?(<!-- \/scenarios -->)/

/** The README with its table of scenarios written from the scenarios themselves. Throws when the README has no place for it. */
export const withScenarioTable = (readme: string): string => {
  if (!BLOCK.test(readme)) throw new Error('README.md has no <!-- scenarios --> block')
  const named = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(', ')
  const rows = [
    ['', 'what there is'],
    [`${lessons.length} lessons`, named(lessons.map(({ id }) => id))],
    [`${attacks.length} attacks`, ''],
    ...attackGroups.map(({ about, ids }) => [about.toLowerCase(), named(ids)]),
  ]
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: readonly string[], filler: string) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!, filler)).join(' | ')} |`
  const [head = [], ...body] = rows
  const table = [line(head, ' '), line(['', ''], '-'), ...body.map((row) => line(row, ' '))].join(
    '\n',
  )
  return readme.replace(BLOCK, `$1\n\n${table}\n\n$2`)
}
