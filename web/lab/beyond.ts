import { formatDecisions, missingAnchor, type Decision } from '../../engine/index.ts'
import type { RunView, Spot } from './playback.ts'

/** Whether what is shown is still what was asked for: whoever has turned something since need not hear of it. */
const asAsked = (asked: Spot, { wanted }: RunView): boolean =>
  asked.seed === wanted.seed &&
  asked.revision === wanted.revision &&
  asked.registration === wanted.registration &&
  asked.variant === wanted.variant &&
  asked.forget?.join() === wanted.forget?.join() &&
  formatDecisions(asked.decisions) === formatDecisions(wanted.decisions)

/** What of an address turns out to be wrong only once its run has been played, in a sentence each. */
export const beyond = (
  asked: Spot,
  view: RunView,
  count: 'place' | 'step' = 'place',
  /** A change in words; left out: as the address has it, which needs nothing that an embed loads later. */
  say: (decision: Decision) => string = (decision) => formatDecisions([decision]),
): readonly string[] => {
  const { log, ending, edition } = view
  if (!ending || !asAsked(asked, view)) return []
  const { revision, registration, variant, place, anchor } = asked
  const idle = (one: Decision) => 'at' in one && one.at > log.length
  return [
    ...(revision && revision !== edition.revision
      ? [`This story is not told in ${revision}, but in ${edition.revision}.`]
      : []),
    ...(registration && registration !== edition.registration
      ? [
          `In ${edition.revision} the client does not come by its id by “${registration}”, but by “${edition.registration}”.`,
        ]
      : []),
    ...(variant !== undefined && variant !== edition.variant
      ? [`This story has no variant “${variant}”.`]
      : []),
    ...(place > log.length
      ? [`The ${count} ${place} lies beyond the end: this run has ${log.length} messages.`]
      : []),
    ...[anchor && missingAnchor(anchor, log)].filter((one) => one !== undefined),
    ...asked.decisions
      .filter(idle)
      .slice(0, TOLD)
      .map((one) => `“${say(one)}” changes nothing: this run has ${log.length} messages.`),
  ]
}

/** How many changes that change nothing are told one by one. */
const TOLD = 5
