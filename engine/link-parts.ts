/** Whatever a link says after its `?`, part by part, and one sentence for each part that could not be read. */
export interface LinkParts {
  readonly given: URLSearchParams
  readonly problems: string[]
  /** What a part says, if it may say so; else a problem. */
  part<Read>(
    name: string,
    read: (text: string) => Read | undefined,
    wrong: (text: string) => string,
  ): Read | undefined
}

/** What a kind of link may have in it. */
export interface LinkForm {
  /** All versions that are read, the one that is written last. */
  readonly versions: readonly [string, ...string[]]
  readonly parts: ReadonlySet<string>
  /** Those that may stand there more than once. */
  readonly lists?: ReadonlySet<string>
}

/** Takes a link apart. Never throws; what is broken, unknown or there twice is named. */
export const linkParts = (query: string, { versions, parts, lists }: LinkForm): LinkParts => {
  const given = new URLSearchParams(query)
  const problems: string[] = []
  const part: LinkParts['part'] = (name, read, wrong) => {
    const text = given.get(name)
    const value = text === null ? undefined : read(text)
    if (text !== null && value === undefined) problems.push(wrong(shortened(text)))
    return value
  }
  const version = given.get('v')
  const newest = versions.at(-1)
  if (version !== null && !versions.includes(version))
    problems.push(
      /^\d{1,6}$/.test(version)
        ? `The link is of version ${version}, and this lab reads none newer than ${newest}: what it has since learned to say is left out.`
        : `The version “${shortened(version)}” is no number; the link is read as version ${newest}.`,
    )
  // In one pass: to ask for each of a hundred thousand names how often it is there would take minutes.
  const seen = new Map<string, boolean>()
  for (const name of given.keys()) seen.set(name, seen.has(name))
  for (const [name, again] of seen)
    if (again && !lists?.has(name))
      problems.push(`The part “${shortened(name)}” stands there twice; the first one counts.`)
    else if (!parts.has(name))
      problems.push(`The part “${shortened(name)}” means nothing to this lab.`)
  return { given, problems, part }
}

/** As much of a text from outside as a problem quotes. */
export const shortened = (text: string): string =>
  text.length > 40 ? `${text.slice(0, 40)}…` : text

/** How many problems are told one by one. */
const TOLD = 8

/** Problems as they are told: the first ones, and how many more there are. */
export const fewProblems = (problems: readonly string[], others = 'parts'): readonly string[] =>
  problems.length > TOLD
    ? [...problems.slice(0, TOLD), `${problems.length - TOLD} more ${others} could not be used.`]
    : problems
