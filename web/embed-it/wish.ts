import {
  checkWithId,
  isRegistration,
  isRevision,
  parsePlace,
  type CheckId,
  type Scenario,
} from '../../engine/index.ts'
import { readChoices } from '../element/choices.ts'
import { embedQuery } from '../element/markup.ts'
import type { EmbedOptions } from '../element/options.ts'
import type { Wish as EditionWish } from '../lab/edition.ts'
import { isForm, type FormId } from './forms.ts'

/** What the author of a page wants: an embed, the form it is copied in, and where the lab is hosted. */
export interface Wish {
  readonly options: EmbedOptions
  readonly form: FormId
  /** Left out: where this copy of the lab is. */
  readonly base?: string
  /** How high a plain frame is, in pixels; left out: as high as goes without saying. */
  readonly height?: number
}

/** A wish as it was read, and one sentence for each part that could not be. */
export interface WishReading {
  readonly wish: Wish
  readonly problems: readonly string[]
}

const FIRST = 'confused-deputy'

/** Reads what follows `#/embed-it?`: the words of an embed's address, `as`, `base` and `height`. Never throws. */
export const readWish = (query: string): WishReading => {
  const given = new URLSearchParams(query)
  const form = given.get('as') ?? 'element'
  const base = given.get('base')
  const problems: string[] = []
  if (!isForm(form)) problems.push(`There is no form “${form.slice(0, 40)}” to copy it in.`)
  const address = base === null ? undefined : hosted(base)
  if (base !== null && address === undefined)
    problems.push(`“${base.slice(0, 60)}” is no address that a lab could be hosted at.`)
  const high = given.get('height')
  const height = high === null ? undefined : heightIn(high)
  if (high !== null && height === undefined)
    problems.push(`No frame is “${high.slice(0, 40)}” pixels high.`)
  for (const name of ['as', 'base', 'height']) given.delete(name)
  const choices = readChoices(given.toString())
  const { problems: inRun, ...place } = parsePlace(choices.run)
  const { revision, registration, variant, forget } = place
  const step = place.anchor ?? (place.place === 0 ? undefined : place.place)
  const said = (name: 'view' | 'theme') => (given.has(name) ? { [name]: choices[name] } : {})
  const on = (name: 'controls' | 'autoplay' | 'checks' | 'poster') =>
    given.has(name) ? { [name]: choices[name] } : {}
  return {
    wish: {
      form: isForm(form) ? form : 'element',
      ...(address !== undefined && { base: address }),
      ...(height !== undefined && { height }),
      options: {
        scenario: choices.scenario === '' ? FIRST : choices.scenario,
        ...(step !== undefined && { step }),
        ...(forget && { forget }),
        ...(revision && { revision }),
        ...(registration && { registration }),
        ...(variant !== undefined && { variant }),
        ...(given.has('seed') && place.seed !== undefined && { seed: place.seed }),
        ...(given.has('do') && { decisions: given.get('do') ?? '' }),
        ...said('view'),
        ...said('theme'),
        ...on('controls'),
        ...on('autoplay'),
        ...on('checks'),
        ...on('poster'),
      },
    },
    problems: [...problems, ...choices.problems, ...inRun],
  }
}

/** A height that a frame may have, in pixels; undefined: it is none. */
export const heightIn = (text: string): number | undefined => {
  const height = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0
  return height >= 120 ? height : undefined
}

/** An address at which a lab may be hosted, ending in a slash; undefined: it is none. */
export const hosted = (text: string): string | undefined => {
  if (!URL.canParse(text.trim())) return undefined
  const { protocol, href } = new URL(text.trim())
  if (!['https:', 'http:', 'file:'].includes(protocol)) return undefined
  const folder = href.replace(/[?#].*$/s, '').replace(/(?<![^/])[^/]*\.html$/, '')
  return folder.endsWith('/') ? folder : `${folder}/`
}

/** A wish as what follows `#/embed-it?`. */
export const writeWish = ({ options, form, base, height }: Wish): string =>
  [
    embedQuery(options),
    ...(form === 'element' ? [] : [`as=${form}`]),
    ...(height === undefined ? [] : [`height=${height}`]),
    ...(base === undefined ? [] : [`base=${encodeURIComponent(base)}`]),
  ].join('&')

type Shown = Pick<EmbedOptions, 'view' | 'theme' | 'controls' | 'autoplay' | 'checks' | 'poster'>

/** How an embed looks, without what it shows. */
const looksOf = ({ view, theme, controls, autoplay, checks, poster }: EmbedOptions): Shown => ({
  ...(view && { view }),
  ...(theme && { theme }),
  ...(controls !== undefined && { controls }),
  ...(autoplay !== undefined && { autoplay }),
  ...(checks !== undefined && { checks }),
  ...(poster !== undefined && { poster }),
})

/** The same look at another scenario: what was chosen about the run of the last one says nothing about its. */
export const withScenario = (options: EmbedOptions, scenario: string): EmbedOptions => ({
  ...looksOf(options),
  scenario,
  ...(options.seed !== undefined && { seed: options.seed }),
})

/** Options with one of them chosen otherwise; undefined: as it goes without saying. */
export const chosen = <Name extends keyof EmbedOptions>(
  options: EmbedOptions,
  name: Name,
  value: EmbedOptions[Name] | undefined,
): EmbedOptions => {
  const { [name]: _, ...rest } = options
  return (value === undefined ? rest : { ...rest, [name]: value }) as EmbedOptions
}

/** What of it an edition is made of; what the engine does not know is left to the scenario. */
export const wishOf = ({ revision, registration, variant, forget }: EmbedOptions): EditionWish => ({
  revision: revision !== undefined && isRevision(revision) ? revision : undefined,
  registration:
    registration !== undefined && isRegistration(registration) ? registration : undefined,
  variant,
  forget: forget?.filter(isCheckId),
})

const isCheckId = (id: string): id is CheckId => checkWithId(id) !== undefined

/** What a page calls the frame. */
export const titleOf = ({ title }: Pick<Scenario, 'title'>): string =>
  `${title}, a run in Handshake Lab`
