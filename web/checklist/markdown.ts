import { refs, type Revision } from '../../engine/index.ts'
import { dutiesIn, type DutyIn, type DutyPart } from '../../engine/reference.ts'
import { attacksWithout } from '../../scenarios/attacks-without.ts'

const keyword = (level: string | undefined): string =>
  level === 'none' ? 'prudence' : (level ?? '')

const line = ({ duty, bound, level }: DutyIn, ticked: ReadonlySet<string>): string => {
  const clauses = [...new Map(bound.map(({ ref }) => [ref, refs[ref]])).values()]
  const attacks = attacksWithout(duty).map(({ title }) => title)
  return [
    `- [${ticked.has(duty.id) ? 'x' : ' '}] **${keyword(level)}** ${duty.says}`,
    `  ${clauses.map(({ short, url }) => `[${short}](${url})`).join(', ')}; ${bound.map(({ check }) => `\`${check}\``).join(', ')}`,
    ...(attacks.length > 0 ? [`  Without it: ${attacks.join(', ')}.`] : []),
  ].join('\n')
}

/** The checklist as Markdown, with what is ticked. */
export const checklistText = (
  parts: readonly DutyPart[],
  revision: Revision,
  ticked: ReadonlySet<string>,
): string =>
  [
    `# What you have to implement, by MCP ${revision}`,
    ...parts.flatMap(({ who, groups }) => [
      `## ${who}`,
      ...groups.flatMap((group) => {
        const asked = dutiesIn(group, revision).filter(({ bound }) => bound.length > 0)
        return asked.length === 0
          ? []
          : [`### ${group.about}`, asked.map((one) => line(one, ticked)).join('\n')]
      }),
    ]),
    '',
  ].join('\n\n')
