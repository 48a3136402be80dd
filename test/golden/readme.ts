import { scenarios } from '../../scenarios/index.ts'

const BLOCK = /(<!-- scenarios -->)[\s\S]*?(<!-- \/scenarios -->)/

/** The README with its table of scenarios written from the scenarios themselves. Throws when the README has no place for it. */
export const withScenarioTable = (readme: string): string => {
  if (!BLOCK.test(readme)) throw new Error('README.md has no <!-- scenarios --> block')
  const rows = [
    ['scenario', 'what it shows'],
    ...scenarios.map(({ id, title, summary }) => [`${title} (\`${id}\`)`, summary]),
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
