import { format, resolveConfig } from 'prettier'
import {
  anchorOf,
  parseDecisions,
  registrationsIn,
  registry,
  revisions,
  type Revision,
  startRun,
  type CheckId,
  type Run,
  type WireMessage,
} from '../../engine/index.ts'
import { fieldsOf, type Field } from '../../engine/explain.ts'
import { errorCodes, parameters } from '../../engine/reference.ts'
import type { Attack, Scenario, Sighting } from '../../engine/scenario.ts'
import { attacks } from '../../scenarios/attacks.ts'
import { confusedDeputy } from '../../scenarios/attacks/confused-deputy.ts'
import { lessons } from '../../scenarios/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

type Played = readonly [where: Omit<Sighting, 'at'>, scenario: Scenario, log: Run['log']]

// What has to happen to a story before a message shows what none shows by itself.
const TROUBLES: readonly (readonly [of: Scenario, revision: Revision, given: string])[] = [
  ...[
    'consent.deny',
    'registration.forgotten-by-server',
    'field.13.query%2E0%2Eresponse_type.token',
    'field.13.query%2E6%2Eresource.https%3A%2F%2Felsewhere%2Eexample',
    'field.9.json%2Eredirect_uris.%5B%22http%3A%2F%2Fquill%2Eexample%22%5D',
    'field.9.json%2Egrant_types.%5B%22password%22%5D',
    'remove.13.query%2E4%2Ecode_challenge',
    'field.29.form%2E0%2Egrant_type.password',
    'field.40.json%2Eparams%2Ename.shred_note',
    'edit.13.url.https%3A%2F%2Fauth%2Eexample%2Fauthorize%3Fclient_id%3Dnobody',
    'edit.29.method.PUT',
    'edit.29.body.grant_type%3Dauthorization_code%26code%3Da%26redirect_uri%3Dhttp%3A%2F%2F127%2E0%2E0%2E1%2Fcallback',
    'edit.44.body.grant_type%3Drefresh_token%26refresh_token%3Da%26scope%3Dnotes%3Aread',
    'edit.38.header%2EOrigin.https%3A%2F%2Fmallory%2Eexample',
  ].map((given) => [firstContact, firstContact.revision, given] as const),
  [firstContact, '2025-11-25', 'field.13.query%2E3%2Escope.admin'],
  [firstContact, '2026-07-28', 'edit.32.header%2EMCP-Protocol-Version.2099-01-01'],
  [firstContact, '2026-07-28', 'edit.34.header%2EMCP-Protocol-Version.2099-01-01'],
  [confusedDeputy, confusedDeputy.revision, 'remove.27.query%2E0%2Ecode'],
  [confusedDeputy, confusedDeputy.revision, 'edit.45.url.https%3A%2F%2Farchive%2Eexample%2Fnotes'],
  [confusedDeputy, confusedDeputy.revision, 'edit.45.header%2EAuthorization.Bearer%20a'],
]

/** Every run that there is to look at, in the order in which a reader would like to be led to it. */
const everyRun = (): Promise<Played[]> => {
  const wishes: (Omit<Sighting, 'scenario' | 'at'> & { readonly of: Scenario })[] = [
    ...lessons.map((of) => ({ of })),
    ...revisions.flatMap((revision) => [
      { of: firstContact, revision },
      ...registrationsIn(revision).map((registration) => ({
        of: firstContact,
        revision,
        registration,
      })),
    ]),
    ...attacks.flatMap((of: Attack) => [
      { of },
      ...Object.keys(of.variants ?? {}).map((variant) => ({ of, variant })),
    ]),
    ...lessons.flatMap((of: Scenario) =>
      (of.revisions ?? revisions).map((revision) => ({ of, revision })),
    ),
    ...TROUBLES.map(([of, revision, given]) => ({ of, revision, given })),
  ]
  return Promise.all(
    wishes.map(async ({ of: scenario, given = '', ...edition }): Promise<Played> => {
      const { decisions, problems } = parseDecisions(given)
      if (problems.length > 0) throw new Error(problems.join(' '))
      const run = startRun({ scenario, ...edition, decisions })
      await run.finish()
      const where = { scenario: scenario.id, ...edition, ...(given !== '' && { given }) }
      return [where, scenario, run.log]
    }),
  )
}

const flat = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...flat(field.fields)])

/** The first message in the runs that shows something; of those in lessons, one whose story says a word about it. */
const first = (
  runs: readonly Played[],
  shows: (message: WireMessage) => Partial<Sighting> | undefined,
  clauses: readonly string[] = [],
): Sighting | undefined => {
  const found = runs.flatMap(([where, scenario, log]) =>
    log.flatMap((message) => {
      const what = shows(message)
      if (!what) return []
      const at = anchorOf(message, log)
      const told = scenario.beats.some(
        ({ at: name, nth = 1, text }) =>
          at === (nth === 1 ? name : `${name}.${nth}`) &&
          clauses.some((id) => text.includes(`[${id}]`)),
      )
      return [{ told: told && scenario.kind === 'lesson', it: { ...where, at, ...what } }]
    }),
  )
  return (found.find(({ told }) => told) ?? found[0])?.it
}

const madeOn =
  (check: CheckId, verdicts: readonly string[]) =>
  ({ findings }: WireMessage) =>
    findings.some((one) => one.check === check && one.holds && verdicts.includes(one.verdict))
      ? { check }
      : undefined

const stopsIn = (scenario: (typeof attacks)[number]): readonly CheckId[] =>
  [scenario, ...Object.values(scenario.variants ?? {})].flatMap(({ stops = [] }) =>
    stops.flatMap(({ checks }) => checks),
  )

const need = (sighting: Sighting | undefined, what: string): Sighting => {
  if (!sighting) throw new Error(`${what} is seen in no run`)
  return sighting
}

/** Where everything is seen, as the file `scenarios/seen.json`: read off runs. */
export const seenText = async (): Promise<string> => {
  const runs = await everyRun()
  const fields = new Map<string, Map<WireMessage, string>>()
  for (const [, , log] of runs)
    for (const message of log)
      for (const { note, place, name } of flat(fieldsOf(message))) {
        // One note may stand under several names.
        const key = parameters.find(
          (one) => one.note === note && one.key.replace(/^\S+ /, '').startsWith(`${place}.`),
        )?.key
        if (key === undefined) continue
        const known = fields.get(key) ?? new Map<WireMessage, string>()
        fields.set(key, known)
        if (!known.has(message))
          known.set(message, `${place}.${place === 'header' ? name.toLowerCase() : name}`)
      }
  const seen = {
    checks: Object.fromEntries(
      registry.map(({ id, refs }) => [
        id,
        need(
          first(runs, madeOn(id, ['obeyed']), refs) ?? first(runs, madeOn(id, ['forgotten']), refs),
          id,
        ),
      ]),
    ),
    parameters: Object.fromEntries(
      parameters.flatMap(({ key, note: { refs } }) => {
        const sighting = first(
          runs,
          (message) => {
            const field = fields.get(key)?.get(message)
            return field === undefined ? undefined : { field }
          },
          refs,
        )
        return sighting ? [[key, sighting]] : []
      }),
    ),
    errors: Object.fromEntries(
      errorCodes.flatMap(({ code }) => {
        const sighting = first(runs, (message) => {
          const field = flat(fieldsOf(message)).find(
            ({ name, value }) => name === 'error' && value === code,
          )
          return field && { field: `${field.place}.error` }
        })
        return sighting ? [[code, sighting]] : []
      }),
    ),
    stops: Object.fromEntries(
      registry.flatMap(({ id }) => {
        const stopped = attacks.filter((attack) => stopsIn(attack).includes(id))
        return stopped.length === 0 ? [] : [[id, stopped.map((attack) => attack.id)]]
      }),
    ),
  }
  return format(JSON.stringify(seen), {
    ...(await resolveConfig('scenarios/seen.json')),
    parser: 'json',
  })
}
