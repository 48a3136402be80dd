import {
  EMBED_SEED,
  embedParameters,
  NOTHING,
  themes,
  views,
  type EmbedParameter,
  type Theme,
  type View,
} from './options.ts'

/** How an embed is shown. What it shows is the engine's to read. */
export interface Choices {
  readonly scenario: string
  readonly view: View
  readonly theme: Theme
  readonly controls: boolean
  readonly autoplay: boolean
  readonly checks: boolean
  readonly poster: boolean
  /** What is asked of the run, as links to the lab write it. */
  readonly run: string
  /** One sentence for each part that could not be read. */
  readonly problems: readonly string[]
}

/** How a link to the lab calls what an embed calls otherwise. */
const inLinks = [
  ['revision', 'rev'],
  ['registration', 'reg'],
  ['variant', 'var'],
  ['seed', 'seed'],
  ['step', 'at'],
  ['do', 'do'],
] as const satisfies readonly (readonly [EmbedParameter, string])[]

const isParameter = (name: string): name is EmbedParameter =>
  embedParameters.some((one) => one === name)

/** Reads what follows the `#` of an embed. Never throws; what is broken is named, and the rest stays. */
export const readChoices = (query: string): Choices => {
  const given = new URLSearchParams(query)
  const problems: string[] = []
  // In one pass: an address may have a hundred thousand names.
  const seen = new Map<string, boolean>()
  for (const name of given.keys()) seen.set(name, seen.has(name))
  for (const [name, again] of seen) {
    if (!isParameter(name)) problems.push(`“${short(name)}” is no parameter of an embed.`)
    else if (again) problems.push(`“${name}” is given more than once; the first one counts.`)
  }
  const oneOf = <Value extends string>(
    name: EmbedParameter,
    values: readonly [Value, ...Value[]],
  ): Value => {
    const text = given.get(name)
    const known = values.find((one) => one === text)
    if (text !== null && known === undefined)
      problems.push(`The ${name} “${short(text)}” is none of ${values.join(', ')}.`)
    return known ?? values[0]
  }
  const on = (name: EmbedParameter, otherwise: boolean): boolean => {
    const text = given.get(name)
    if (text === null) return otherwise
    if (['on', 'true', '1', ''].includes(text)) return true
    if (!['off', 'false', '0'].includes(text))
      problems.push(`“${name}” is “${short(text)}”, and neither on nor off.`)
    return ['off', 'false', '0'].includes(text) ? false : otherwise
  }
  return {
    scenario: given.get('scenario') ?? '',
    view: oneOf('view', views),
    theme: oneOf('theme', themes),
    controls: on('controls', true),
    autoplay: on('autoplay', false),
    checks: on('checks', false),
    poster: on('poster', false),
    run: runIn(given),
    problems:
      problems.length > TOLD
        ? [...problems.slice(0, TOLD), `${problems.length - TOLD} more parts could not be used.`]
        : problems,
  }
}

/** How many problems are told one by one. */
const TOLD = 8

const runIn = (given: URLSearchParams): string => {
  const link = new URLSearchParams({ v: '1', seed: EMBED_SEED })
  for (const [name, short] of inLinks) {
    const value = given.get(name)
    if (value !== null) link.set(short, value)
  }
  const forget = given.get('forget')
  if (forget !== null)
    link.set(
      'forget',
      forget
        .split(/[\s,~]+/)
        .filter(Boolean)
        .join('~') || NOTHING,
    )
  return link.toString()
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
