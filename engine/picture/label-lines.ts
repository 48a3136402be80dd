/** Widths of one character at 13 px: JetBrains Mono’s is exact, Literata’s an upper mean. */
export const MONO = 7.8
export const PROSE = 6.4

/** The shortest lines a label can be set in: itself, or its two halves. */
export const shortestLines = (text: string): readonly string[] =>
  text.length < BREAKABLE ? [text] : halvesOf(text)

/** Splits a label once, after a slash or a space, so that its longer half is as short as can be. */
const halvesOf = (text: string): readonly string[] => {
  const splits = [...text.matchAll(/[/ ]/g)].map(({ index }) => index + 1)
  const best = splits
    .filter((at) => at < text.length)
    .toSorted((a, b) => longerHalf(text, a) - longerHalf(text, b))[0]
  return best === undefined ? [text] : [text.slice(0, best).trimEnd(), text.slice(best)]
}

const longerHalf = (text: string, at: number): number => Math.max(at, text.length - at)

/** No label shorter than this is worth breaking: it runs over the lifelines instead. */
const BREAKABLE = 24

/** The lines a label is set in: one where it fits between the lifelines, else the shortest, which may run over them. */
export const labelLines = (text: string, span: number): readonly string[] =>
  text.length * MONO <= span ? [text] : shortestLines(text)
