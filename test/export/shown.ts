import type { ShownRun } from '../../engine/export/index.ts'
import {
  castOf,
  startRun,
  type CheckId,
  type Decision,
  type WireMessage,
} from '../../engine/index.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { scenarios } from '../../scenarios/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

/** A run as exports take it. */
export const shownRun = async (
  scenario: Scenario,
  {
    forget,
    decisions = [],
  }: { readonly forget?: readonly CheckId[]; readonly decisions?: readonly Decision[] } = {},
): Promise<ShownRun> => {
  const run = startRun({ scenario, seed: 'export', decisions, ...(forget && { forget }) })
  const ending = await run.finish()
  const { revision, registration, forgotten, seed, log } = run
  const parts = castOf({ scenario, revision, log })
  const link = `https://lab.example/#/lab/${scenario.id}?v=2&seed=${seed}`
  return { scenario, revision, registration, forgotten, seed, decisions, log, parts, ending, link }
}

/** Every scenario as its story tells it, and every attack also with nothing forgotten. */
export const everyRun = (): Promise<readonly ShownRun[]> =>
  Promise.all(
    scenarios.flatMap((scenario) => [
      shownRun(scenario),
      ...(scenario.kind === 'attack' ? [shownRun(scenario, { forget: [] })] : []),
    ]),
  )

/** Marks that mean something to HTML, XML, Markdown, Mermaid, YAML or a shell, and characters that none of them may hold. */
export const HOSTILE =
  '</svg><script>alert(1)</script>]]>--><!--&amp;&#60;"\'`|\\$(touch harm)${x}#59;;%%{init:{}}%%[x](javascript:alert(1)){{}}*_~\u0000\u0007\u000b\u001f\u007f\ufffe\ud800\u202e漢🙂'

/** A run in whose every message somebody wrote that wherever there is room for it. */
export const hostileRun = async (): Promise<ShownRun> => {
  const run = await shownRun(firstContact)
  const title = `First ${HOSTILE}`
  return {
    ...run,
    scenario: { ...run.scenario, title, summary: HOSTILE },
    log: run.log.map((message): WireMessage => {
      if (message.kind === 'act')
        return { ...message, local: { act: HOSTILE, content: { [HOSTILE]: HOSTILE } } }
      const headers = [
        ['Content-Type', HOSTILE],
        [HOSTILE, HOSTILE],
      ] as const
      const url = `https://notes.example/${HOSTILE}?${HOSTILE}=${'a'.repeat(3_000)}`
      return message.kind === 'request'
        ? { ...message, request: { method: HOSTILE, url, headers, body: HOSTILE } }
        : { ...message, response: { status: 799, headers, body: HOSTILE } }
    }),
  }
}
