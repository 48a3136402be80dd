// The sixth public face of the engine: what there is to look up. It is mostly text, so the page loads it when somebody asks.
import { checkWithId, registry, type CheckId } from './checks/index.ts'
import { errorDescriptions, wireError, type OAuthErrorCode } from './oauth/reasons.ts'
import type { Duty, DutyGroup } from './sighting.ts'
import { levelIn } from './spec/differences.ts'
import type { Level } from './spec/level.ts'
import { refIn } from './spec/ref-in.ts'
import type { RefId } from './spec/refs.ts'
import { revisions, since, type Revision } from './spec/revisions.ts'
import { fieldNotes, type FieldNote } from './wire/field-notes.ts'

export {
  sightingPath,
  type Duty,
  type DutyGroup,
  type DutyPart,
  type Sighting,
  type Term,
} from './sighting.ts'
export { purposeOf } from './wire/label.ts'

/** A named part of a message that the lab explains. */
export interface Parameter {
  /** As the notes have it: `token-request form.code`. */
  readonly key: string
  /** `code` */
  readonly name: string
  /** Where it stands: “a form parameter”. */
  readonly where: string
  readonly note: FieldNote
}

const WHERE: Readonly<Record<string, string>> = {
  query: 'a query parameter',
  header: 'a header',
  challenge: 'a parameter of the challenge',
  form: 'a form parameter',
  json: 'a JSON member',
  'jwt-header': 'in a token’s header',
  claim: 'a claim',
  local: 'on the machine',
}

/** Every named part of a message that the lab explains; what has no name of its own, as a path or a status, is not among them. */
export const parameters: readonly Parameter[] = [...fieldNotes].flatMap(([key, note]) => {
  const way = key.replace(/^\S+ (?=\w)/, '')
  const [place = ''] = way.split('.')
  const name = way.slice(place.length + 1)
  const where = WHERE[place]
  return where === undefined ? [] : [{ key, name, where, note }]
})

/** An error code of OAuth: what the lab’s servers say with it, and the checks that refuse with it. */
export interface ErrorCode {
  readonly code: OAuthErrorCode
  readonly says: string
  readonly checks: readonly CheckId[]
}

/** The error code with which a check refuses over the wire, where it does. */
export const errorOf = (id: CheckId): OAuthErrorCode | undefined => {
  const row = checkWithId(id)
  const sends = /^(as|rs|proxy)\//.test(id)
  return row && sends && 'reason' in row ? wireError(row.reason) : undefined
}

/** Every error code of OAuth that the lab’s servers send. */
export const errorCodes: readonly ErrorCode[] = Object.entries(errorDescriptions).map(
  ([code, says]) => ({
    code: code as OAuthErrorCode,
    says,
    checks: registry.map(({ id }) => id).filter((id) => errorOf(id) === code),
  }),
)

/** A check of a duty, as a revision binds it. */
export interface Bound {
  readonly check: CheckId
  readonly level: Level
  /** The section that says so, as that revision has it. */
  readonly ref: RefId
}

/** A duty as a revision has it. */
export interface DutyIn {
  readonly duty: Duty
  /** The checks that the revision knows; none: it does not ask for this. */
  readonly bound: readonly Bound[]
  /** The strictest keyword among them. */
  readonly level: Level | undefined
}

// The closest clause that the revision has: none that came only after it.
const clauseIn = (ids: readonly RefId[], revision: Revision): RefId => {
  const own = ids.map((id) => refIn(id, revision))
  const known = (id: RefId) => {
    const date = revisions.find((one) => id.startsWith(`mcp-${one}-`))
    return date === undefined || since(revision, date)
  }
  return own.find(known) ?? own[0]!
}

const STRICTNESS: readonly Level[] = ['MUST', 'SHOULD', 'MAY', 'none']

/** The duties of a group as a revision binds them. */
export const dutiesIn = ({ duties }: DutyGroup, revision: Revision): readonly DutyIn[] =>
  duties.map((duty) => {
    const bound = duty.checks.flatMap((id): readonly Bound[] => {
      const row = checkWithId(id)
      const level = row && levelIn(row, revision)
      return row && level ? [{ check: id, level, ref: clauseIn(row.refs, revision) }] : []
    })
    const level = STRICTNESS.find((one) => bound.some((each) => each.level === one))
    return { duty, bound, level }
  })
