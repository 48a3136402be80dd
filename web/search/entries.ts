import {
  checkWithId,
  refs,
  registry,
  whoMakes,
  type CheckId,
  type Ref,
} from '../../engine/index.ts'
import {
  errorCodes,
  parameters,
  purposeOf,
  sightingPath,
  type Sighting,
} from '../../engine/reference.ts'
import { checklist } from '../../scenarios/checklist.ts'
import { exerciseCards } from '../../scenarios/exercise-cards.ts'
import { glossary } from '../../scenarios/glossary.ts'
import { seen } from '../../scenarios/seen.ts'
import { shelf } from '../../scenarios/shelf.ts'

/** What can be found, in the order in which groups of equal weight stand. */
export const kinds = {
  page: 'Pages',
  term: 'Glossary',
  lesson: 'Lessons',
  attack: 'Attacks',
  exercise: 'Exercises',
  parameter: 'Parameters',
  check: 'Checks',
  error: 'Error codes',
  duty: 'Checklist',
  clause: 'Clauses',
} as const
export type Kind = keyof typeof kinds

/** Something that can be found. */
export interface Entry {
  readonly id: string
  readonly kind: Kind
  readonly name: string
  /** Whether the name is written as in code. */
  readonly code: boolean
  /** What else it is called, and what it should be found by. */
  readonly also: string
  /** One plain sentence. */
  readonly says: string
  /** Where choosing it leads, in a few words. */
  readonly leads: string
  readonly href: string
}

/** A text without its marks: `code`, *emphasis* and clauses. */
export const plain = (text: string): string =>
  text.replace(/ ?\[[a-z0-9][\w.-]+\]/g, '').replace(/`([^`]*)`|\*([^*\s][^*]*)\*/g, '$1$2')

const titles = new Map(shelf.map(({ id, title }) => [id, title]))

const leadsTo = ({ scenario, at }: Sighting): string =>
  `${titles.get(scenario) ?? scenario}: ${purposeOf[at.split('.')[0] as keyof typeof purposeOf]}`

const entry = (
  kind: Kind,
  id: string,
  rest: Omit<Entry, 'kind' | 'id' | 'code' | 'also'> & Partial<Pick<Entry, 'code' | 'also'>>,
): Entry => ({ code: false, also: '', ...rest, kind, id: `${kind} ${id}` })

const seenAt = (sighting: Sighting) => ({
  href: `#${sightingPath(sighting)}`,
  leads: leadsTo(sighting),
})

const page = (path: string, name: string, says: string, also: string) =>
  entry('page', path, { name, says, also, leads: '', href: `#${path}` })

const pages = [
  page(
    '/',
    'All lessons and attacks',
    'Everything the lab can show, and a handshake that runs.',
    'start home library map',
  ),
  page(
    '/practice',
    'Practice',
    'Courses, and exercises whose answers are tried in a real run.',
    'exercises courses bet find fix break write',
  ),
  page(
    '/glossary',
    'Glossary',
    'Every word, with the message where it is seen.',
    'words terms dictionary',
  ),
  page(
    '/checklist',
    'What you have to implement',
    'For a client and for servers, line by line, to tick and to print.',
    'checklist todo requirements',
  ),
  page(
    '/changes',
    'What changed',
    'Two revisions of MCP side by side.',
    'compare diff revisions versions',
  ),
  page(
    '/proof',
    'The proof',
    'Every attack with every check, played in this page.',
    'matrix table attacks checks',
  ),
]

const stories = shelf.map(({ id, kind, title, summary, minutes }) =>
  entry(kind, id, {
    name: title,
    says: plain(summary),
    also: id,
    leads: `${minutes} minutes`,
    href: `#/lab/${id}`,
  }),
)

const exercises = Object.values(exerciseCards).map(({ id, title, scenario, minutes }) =>
  entry('exercise', id, {
    name: title,
    says: `An exercise on “${titles.get(scenario) ?? scenario}”.`,
    also: `${id} ${scenario} practise`,
    leads: `${minutes} minutes`,
    href: `#/exercise/${id}`,
  }),
)

const terms = glossary.map(({ id, term, also = [], says }) =>
  entry('term', id, {
    name: term,
    says: plain(says),
    also: also.join(' '),
    leads: '',
    href: `#/glossary/${id}`,
  }),
)

const stopped = (id: CheckId) => (seen.stops[id] ?? []).map((one) => titles.get(one) ?? one)

const checks = registry.map(({ id, says }) =>
  entry('check', id, {
    name: id,
    code: true,
    says: plain(says),
    also: [whoMakes(id), ...stopped(id)].join(' '),
    ...seenAt(seen.checks[id]),
  }),
)

const named = parameters.flatMap(({ key, name, where, note }) => {
  const looking = note.checkedBy[0]
  const sighting = seen.parameters[key] ?? (looking && seen.checks[looking])
  if (!sighting) return []
  return [
    entry('parameter', key, {
      name: name.replaceAll('%2E', '.'),
      code: true,
      says: plain(note.what),
      also: where,
      ...seenAt(sighting),
    }),
  ]
})

const errors = errorCodes.flatMap(({ code, says, checks: refusing }) => {
  const sighting = seen.errors[code] ?? (refusing[0] && seen.checks[refusing[0]])
  return sighting
    ? [entry('error', code, { name: code, code: true, says, also: 'error', ...seenAt(sighting) })]
    : []
})

const duties = checklist.flatMap(({ who, groups }) =>
  groups.flatMap(({ about, duties: lines }) =>
    lines.map(({ id, says, checks: ids }) =>
      entry('duty', id, {
        name: plain(says),
        says: `${who}: ${about.toLowerCase()}.`,
        also: ids.join(' '),
        leads: '',
        href: `#/checklist/${id}`,
      }),
    ),
  ),
)

const citedBy = (id: string) =>
  registry.filter((row) => row.refs.some((one) => one === id)).map((row) => row.id)

const clauses = Object.entries(refs as Readonly<Record<string, Ref>>).map(([id, ref]) => {
  const [, heading = ref.title] = / - (.*)$/.exec(ref.title) ?? []
  const by = citedBy(id)
  return entry('clause', id, {
    name: ref.short,
    says: ref.short.endsWith(heading) ? ref.title : heading,
    also: [id.replace(/^rfc/, 'RFC '), ...by.flatMap((one) => checkWithId(one)?.id ?? [])].join(
      ' ',
    ),
    leads: new URL(ref.url).host,
    href: ref.url,
  })
})

/** Everything that can be found. */
export const entries: readonly Entry[] = [
  ...pages,
  ...terms,
  ...stories,
  ...exercises,
  ...named,
  ...checks,
  ...errors,
  ...duties,
  ...clauses,
]
