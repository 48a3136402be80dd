/** How many characters have to be changed, added or left out to make one text of another. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [above, letter] of [...one].entries()) {
    const next = [above + 1]
    for (let place = 0; place < other.length; place++)
      next.push(
        Math.min(
          next[place]! + 1,
          row[place + 1]! + 1,
          row[place]! + (letter === other[place] ? 0 : 1),
        ),
      )
    row = next
  }
  return row.at(-1)!
}

/** The few words that somebody may have meant who wrote another: spelt much like it, or with it in them. */
export const nearTo = (written: string, words: readonly string[]): string[] => {
  const lower = written.toLowerCase().slice(0, 80)
  const most = Math.max(2, Math.floor(lower.length / 4))
  return words
    .map((word) => ({
      word,
      far: lower.length > 2 && word.includes(lower) ? 0 : distance(lower, word),
    }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ word }) => word)
}
