import { scenarios } from '../../scenarios/index.ts'

const BLOCK = /(<!-- scenarios -->)[\s\S]*?(<!-- \/scenarios -->)/

/** The README with its table of scenarios written from the scenarios themselves. Throws when the README has no place for it. */
export const withScenarioTable = (readme: string): string => {
  if (!BLOCK.test(readme)) throw new Error('README.md has no <!-- scenarios --> block')
  const rows = scenarios.map(({ id, title, summary }) => `| ${title} (\`${id}\`) | ${summary} |`)
  const table = ['| scenario | what it shows |', '| --- | --- |', ...rows].join('\n')
  return readme.replace(BLOCK, `$1\n\n${table}\n\n$2`)
}
