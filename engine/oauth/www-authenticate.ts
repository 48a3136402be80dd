/** One challenge of a `WWW-Authenticate` field: the scheme in lower case, parameter names in lower case. */
export interface Challenge {
  readonly scheme: string
  readonly parameters: Readonly<Record<string, string>>
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
const PARAMETER = new RegExp(`^(${TOKEN})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"|(${TOKEN}))`)
const SCHEME = new RegExp(`^(${TOKEN})(?:[ \\t]+|$|(?=,))`)
const TOKEN68 = /^[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/

/**
 * Reads every challenge of a `WWW-Authenticate` field. Stops at the first thing that is no challenge and answers what
 * it has, so hostile text costs nothing and throws nothing; of a repeated parameter the first value counts.
 * @see [RFC 9110 §11.6.1 - WWW-Authenticate](https://www.rfc-editor.org/rfc/rfc9110.html#section-11.6.1)
 */
export const parseChallenges = (field: string): Challenge[] => {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = []
  let rest = afterComma(field)
  while (rest !== '') {
    const parameter = PARAMETER.exec(rest)
    const current = challenges.at(-1)
    if (parameter && current) {
      const name = parameter[1]!.toLowerCase()
      current.parameters[name] ??= parameter[3] ?? parameter[2]!.replace(/\\(.)/g, '$1')
      rest = afterComma(rest.slice(parameter[0].length))
      continue
    }
    const scheme = SCHEME.exec(rest)
    if (!scheme) break
    challenges.push({
      scheme: scheme[1]!.toLowerCase(),
      parameters: Object.create(null) as Record<string, string>,
    })
    rest = rest.slice(scheme[0].length)
    const token68 = PARAMETER.test(rest) ? null : TOKEN68.exec(rest)
    rest = afterComma(token68 ? rest.slice(token68[0].length) : rest)
  }
  return challenges
}

const afterComma = (text: string): string => text.replace(/^[ \t]*(?:,[ \t]*)*/, '')

/** Writes a Bearer challenge; undefined parameters are left out. @see [RFC 6750 §3 - The WWW-Authenticate Response Header Field](https://www.rfc-editor.org/rfc/rfc6750.html#section-3) */
export const formatBearerChallenge = (
  parameters: Readonly<Record<string, string | undefined>>,
): string => {
  const written = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${value!.replace(/[\\"]/g, '\\$&')}"`)
  return ['Bearer', written.join(', ')].filter(Boolean).join(' ')
}
