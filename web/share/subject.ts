import { linkTo, type ShownRun } from '../../engine/export/index.ts'
import {
  castOf,
  formatDecisions,
  sayDecision,
  withoutDefaults,
  type Ending,
  type Place,
  type Scenario,
} from '../../engine/index.ts'
import { labBase } from '../element/lab-base.ts'
import { embedQuery } from '../element/markup.ts'
import type { EmbedOptions } from '../element/options.ts'
import type { RunView } from '../lab/playback.ts'

/** What is shared: a run, a place in it, and what is looked at. */
export interface Subject {
  readonly scenario: Scenario
  readonly view: RunView & { readonly ending: Ending }
  readonly pane: string | undefined
}

/** How it is shared. */
export interface Wishes {
  /** This very place; or, of a link, the beginning, and of what is written down, the whole run. */
  readonly extent: 'here' | 'whole'
  readonly theme: 'light' | 'dark'
}

const spotOf = (
  { view, pane }: Subject,
  extent: Wishes['extent'],
  exact = false,
): Omit<Place, 'scenario'> => {
  const { seed, decisions, revision, registration, variant, forget, place } = view
  return {
    ...(revision && { revision }),
    ...(registration && { registration }),
    ...(variant !== undefined && { variant }),
    ...(forget && { forget }),
    // What was changed by hand was changed in these values; else everybody draws their own.
    ...((exact || extent === 'here' || decisions.length > 0) && { seed }),
    place: extent === 'here' ? place : 0,
    decisions,
    ...(extent === 'here' && pane !== undefined && { pane }),
  }
}

const page = (): string => {
  const here = location.href.replace(/[?#].*/s, '')
  // The page for developer tools is no place of its own.
  return here.endsWith('/devtools.html') ? labBase() : here
}

/** The link to a place of a run; `exact`: with the random values of this very run, wherever it opens. */
export const linkOf = async (
  subject: Subject,
  extent: Wishes['extent'],
  exact = false,
): Promise<string> => `${page()}#${await linkTo(subject.scenario, spotOf(subject, extent, exact))}`

/** The run as exports take it. */
export const shownOf = async (subject: Subject, { extent }: Wishes): Promise<ShownRun> => {
  const { scenario, view } = subject
  const { edition, log, seed, decisions, ending, place } = view
  const { revision, registration, variant, forget } = edition
  return {
    scenario,
    revision,
    registration,
    variant,
    seed,
    decisions,
    log,
    ending,
    forgotten: forget,
    parts: castOf({ scenario, revision, log }),
    // What is written down holds values: its link leads to them.
    link: await linkOf(subject, extent, true),
    place: extent === 'here' ? place : undefined,
  }
}

/** The same as an embed is asked for it. */
export const embedOf = (subject: Subject, extent: Wishes['extent']): EmbedOptions => {
  const { scenario } = subject
  const spot = withoutDefaults(scenario, spotOf(subject, extent))
  const { revision, registration, variant, forget, seed, place, decisions } = spot
  return {
    scenario: scenario.id,
    ...(place > 0 && { step: place }),
    ...(forget && { forget }),
    ...(revision && { revision }),
    ...(registration && { registration }),
    ...(variant !== undefined && { variant }),
    ...(seed !== undefined && { seed }),
    ...(decisions.length > 0 && { decisions: formatDecisions(decisions) }),
  }
}

/** Where the same embed is chosen further, with a preview. */
export const builderOf = (
  subject: Subject,
  extent: Wishes['extent'],
  form: 'frame' | 'element',
): string => `#/embed-it?${embedQuery(embedOf(subject, extent))}&as=${form}`

/** What a link holds, in words. */
export const heldIn = ({ scenario, view }: Subject, extent: Wishes['extent']): string => {
  const { edition, decisions, seed, place, log } = view
  const here = extent === 'here'
  const held = [
    `“${scenario.title}” in MCP ${edition.revision}`,
    ...(edition.forget.length > 0 ? [`what is forgotten`] : []),
    ...(here || decisions.length > 0 ? [`the random values (seed ${seed})`] : []),
    ...(here ? [`the place, ${place} of ${log.length}`] : []),
    ...(decisions.length > 0
      ? [
          `your ${decisions.length === 1 ? 'change' : `${decisions.length} changes`}: ${decisions
            .slice(0, 3)
            .map((one) => sayDecision(one).replaceAll('`', ''))
            .join('; ')}${decisions.length > 3 ? ' …' : ''}`,
        ]
      : []),
  ]
  return `It holds ${held.join(', ')}.${here || decisions.length > 0 ? '' : ' Everybody who opens it draws random values of their own.'}`
}
