/** Where the part with an index and a name stands among parts with these names: there, or, where others came and went, the first with the name; -1 where there is none. */
export const placeAmong = (names: readonly string[], index: string, name: string): number =>
  names[Number(index)] === name ? Number(index) : names.indexOf(name)

/** The pairs of a form or a query as they are written, each with the `&` after it. */
const pairsIn = (text: string): string[] => text.match(/[^&]*&|[^&]+$/g) ?? []

// The `&` in front keeps a question mark at the beginning of a name, which URLSearchParams would drop.
const decoded = (pair: string): readonly [name: string, value: string] =>
  [...new URLSearchParams(`&${pair}`)][0] ?? ['', '']

/** A form or a query with one of its parameters changed, or taken away; the others stay as they were written. */
export const withPair = (
  text: string,
  [index = '', name = '']: readonly string[],
  value: string | undefined,
): string => {
  const pairs = pairsIn(text)
  const at = placeAmong(
    pairs.map((pair) => decoded(pair)[0]),
    index,
    name,
  )
  const pair = pairs[at]
  if (pair === undefined || decoded(pair)[1] === value) return text
  if (value === undefined) {
    const rest = pairs.toSpliced(at, 1).join('')
    return at === pairs.length - 1 ? rest.replace(/&$/, '') : rest
  }
  const key = pair.split(/[=&]/, 1)[0]!
  return `${pairs.slice(0, at).join('')}${key}=${encodeURIComponent(value.toWellFormed())}${pair.endsWith('&') ? '&' : ''}${pairs.slice(at + 1).join('')}`
}

/** A URL with one parameter of its query changed, or taken away. */
export const withQueryPair = (
  url: string,
  where: readonly string[],
  value: string | undefined,
): string => {
  const [, head = '', query, rest = ''] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(url) ?? []
  if (query === undefined) return url
  const changed = withPair(query, where, value)
  return `${head}${changed === '' && query !== '' ? '' : `?${changed}`}${rest}`
}

const CHARACTER = "[!#$%&'*+.^_`|~0-9A-Za-z-]"
const TOKEN = `${CHARACTER}+`
// A name begins where nothing of a name stands before it; else a long one would be read once from each of its letters.
const PARAMETER = new RegExp(
  `(?<!${CHARACTER})(${TOKEN})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"|(${TOKEN}))`,
  'g',
)

/** A field of challenges with the `nth` parameter of a name changed, or taken away. */
export const withChallengeParameter = (
  field: string,
  name: string,
  nth: number,
  value: string | undefined,
): string => {
  const found = [...field.matchAll(PARAMETER)].filter(([, key]) => key!.toLowerCase() === name)[nth]
  if (!found) return field
  const [text, key, quoted, plain] = found
  if ((plain ?? quoted!.replace(/\\(.)/g, '$1')) === value) return field
  const before = field.slice(0, found.index)
  const after = field.slice(found.index + text.length)
  if (value !== undefined) return `${before}${key}="${value.replace(/[\\"]/g, '\\$&')}"${after}`
  return /,[ \t]*$/.test(before)
    ? before.replace(/,[ \t]*$/, '') + after
    : before + after.replace(/^[ \t]*,[ \t]*/, '')
}
