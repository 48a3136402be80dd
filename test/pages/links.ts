import { posix } from 'node:path'
import { parsePlace } from '../../engine/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { attribute, type Reading } from './html.ts'

/** The files of a site by their path; of a page, what is in it. */
export type Site = ReadonlyMap<string, Reading | undefined>

/** Every link of a page that leads nowhere, or into the lab with words it does not understand. */
export const brokenLinks = (site: Site, path: string): readonly string[] => {
  const links = elementsIn(site, path).flatMap((element) =>
    ['href', 'src', 'srcset'].flatMap((name) => attribute(element, name) ?? []),
  )
  return [...new Set(links)].flatMap((link) => {
    const problem = problemWith(site, path, link)
    return problem === undefined ? [] : [`${path}: ${link}: ${problem}`]
  })
}

const problemWith = (site: Site, path: string, link: string): string | undefined => {
  if (/^(https?|data):/.test(link)) return undefined
  if (/^([a-z]+:|\/)/i.test(link)) return 'is not relative'
  const [file = '', fragment] = split(link, '#')
  const target = file === '' ? path : posix.join(posix.dirname(path), file)
  if (!site.has(target)) return `there is no ${target}`
  if (fragment === undefined) return undefined
  if (target === 'index.html') return problemInLab(fragment)
  return elementsIn(site, target).some((one) => attribute(one, 'id') === fragment)
    ? undefined
    : `there is no #${fragment} in ${target}`
}

const elementsIn = (site: Site, path: string) => site.get(path)?.elements ?? []

/** Pages of the lab that are no scenario. */
const pages = new Set(['/proof'])

const problemInLab = (fragment: string): string | undefined => {
  if (pages.has(fragment)) return undefined
  const [path = '', query = ''] = split(fragment, '?')
  const id = /^\/lab\/([a-z-]+)$/.exec(path)?.[1]
  if (id === undefined || !scenarioWithId(id)) return 'names no scenario of the lab'
  return parsePlace(query).problems[0]
}

const split = (text: string, at: string): readonly (string | undefined)[] => {
  const index = text.indexOf(at)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}
