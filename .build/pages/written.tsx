import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { scenarios } from '../../scenarios/index.ts'
import type { Around } from './around.ts'
import { CheatSheet } from './cheat-sheet.tsx'
import { IndexPage } from './index-page.tsx'
import { oembedOf } from './oembed.ts'
import { placeOf, type Which } from './places.ts'
import { played, type Played, type Side } from './played.ts'
import { ScenarioPage } from './scenario-page.tsx'

/** Plays every scenario of the lab. */
export const playedAll = async (): Promise<readonly Played[]> => {
  const all: Played[] = []
  for (const scenario of scenarios) all.push(await played(scenario))
  return all
}

/** Writes all that can be read without a script: each file by its place in the build. */
export const writtenPages = (all: readonly Played[], around: Around): ReadonlyMap<string, string> =>
  new Map([
    ...all.flatMap((one, at) => [...filesOf(one, all[at - 1], all[at + 1], around)]),
    [placeOf.index, page(<IndexPage all={all} {...around} />)] as const,
    [placeOf.cheatSheet, page(<CheatSheet all={all} {...around} />)] as const,
  ])

/** What is written of one scenario. */
export const filesOf = (
  one: Played,
  previous: Played | undefined,
  next: Played | undefined,
  around: Around,
): ReadonlyMap<string, string> => {
  const { scenario } = one
  return new Map([
    [
      placeOf.page(scenario.id),
      page(
        <ScenarioPage
          played={one}
          previous={previous?.scenario}
          next={next?.scenario}
          {...around}
        />,
      ),
    ],
    [placeOf.oembed(scenario.id), oembedOf(scenario, around.site)],
    ...drawings(scenario.id, 'told', one.told),
    ...(one.careful ? drawings(scenario.id, 'careful', one.careful) : []),
  ])
}

const drawings = (id: string, which: Which, { drawn }: Side): readonly [string, string][] => [
  [placeOf.still(id, 'light', which), drawn.light],
  [placeOf.still(id, 'dark', which), drawn.dark],
  [placeOf.mermaid(id, which), drawn.mermaid],
]

const page = (element: ReactElement): string =>
  `<!doctype html>\n${renderToStaticMarkup(element)}\n`
