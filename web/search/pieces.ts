/** A piece of a text, and whether it was meant. */
export interface Piece {
  readonly text: string
  readonly meant: boolean
}

/** Takes a text apart into what was meant by the search and what stands between. */
export const piecesOf = (
  text: string,
  words: readonly string[],
  asked: string,
): readonly Piece[] => {
  const sought = asked.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const meant = new Set(words)
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .flatMap((part): Piece[] => {
      const low = part.toLowerCase()
      if (!meant.has(low)) return [{ text: part, meant: false }]
      // Of a word that goes on, only what was typed.
      const typed = sought
        .filter((one) => low.startsWith(one))
        .toSorted((a, b) => b.length - a.length)[0]
      const end = typed?.length ?? part.length
      return [
        { text: part.slice(0, end), meant: true },
        { text: part.slice(end), meant: false },
      ]
    })
    .filter((piece) => piece.text !== '')
}
