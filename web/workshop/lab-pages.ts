import type { CoursePage } from '../../scenarios/courses.ts'

/** A page of the lab that a course or a workshop opens. */
export interface LabPage {
  /** Also its place in links: lower case and hyphens. */
  readonly id: string
  readonly title: string
  /** What follows the `#` of its address. */
  readonly path: string
  /** How long a look at it takes, where nobody says. */
  readonly minutes: number
}

const page = (path: string, title: string, minutes = 5): LabPage => ({
  id: path.replaceAll('/', '-'),
  title,
  path: `/${path}`,
  minutes,
})

/** The pages that a step can open. */
export const labPages: readonly LabPage[] = [
  page('checklist', 'The checklist'),
  page('checklist/client', 'The checklist of an MCP client'),
  page('checklist/mcp-server', 'The checklist of an MCP server'),
  page('checklist/authorization-server', 'The checklist of an authorization server'),
  page('checklist/proxy', 'The checklist of an MCP proxy'),
  page('changes', 'What changed'),
  page('glossary', 'The glossary'),
  page('proof', 'The proof', 10),
  page('workings', 'The workings'),
]

/** The page of this id, when there is one. */
export const labPage = (id: string): LabPage | undefined => labPages.find((one) => one.id === id)

/** The id of the page that a step of a course opens. */
export const idOfPage = (step: CoursePage): string =>
  step.page === 'checklist' ? `checklist-${step.part}` : step.page
