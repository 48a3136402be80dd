import { useEffect } from 'react'
import { formatDecisions, formatPlace, type Scenario } from '../../engine/index.ts'
import { embedQuery } from '../element/markup.ts'
import type { RunView } from '../lab/playback.ts'
import { replaceHash } from '../ui/hash-location.ts'
import type { Choices } from '../element/choices.ts'

/** Browsers let a page rewrite its address some 200 times in half a minute. */
const PAUSE_MS = 200

/** Keeps in the embed's own address what is shown, so that a reload shows it again. */
export const useHash = (prefix: string, wanted: Choices, view: RunView, scenario: Scenario) => {
  const { place, ending, wanted: run } = view
  useEffect(() => {
    if (!ending) return undefined
    const { forget, revision, registration, variant, seed, decisions } = run
    const query = embedQuery({
      scenario: scenario.id,
      step: place,
      ...(forget && { forget }),
      ...(revision && { revision }),
      ...(registration && { registration }),
      ...(variant !== undefined && { variant }),
      seed,
      decisions: formatDecisions(decisions),
      view: wanted.view,
      theme: wanted.theme,
      controls: wanted.controls,
      checks: wanted.checks,
    })
    const timer = setTimeout(() => replaceHash(`${prefix}${query}`), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [prefix, wanted, scenario, place, ending, run])
}

/** The address of the lab with the same run, at the same place. */
export const labHref = ({ id }: Scenario, { place, wanted }: RunView, pane?: string): string => {
  const { forget, revision, registration, variant, seed, decisions } = wanted
  const query = formatPlace({
    seed,
    place,
    decisions,
    ...(forget && { forget }),
    ...(revision && { revision }),
    ...(registration && { registration }),
    ...(variant !== undefined && { variant }),
  })
  return `${page()}#/lab/${id}?${query}${pane === undefined ? '' : `&pane=${pane}`}`
}

// The lab in one file is its own page.
const page = () => (location.pathname.endsWith('/embed.html') ? './index.html' : location.pathname)
