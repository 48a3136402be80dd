// A shell as far as a URL meets one. Nothing here carries anything out: it says what a shell would start.

/** A command that a shell starts, as its words: what it is called, and its arguments. */
export type Started = readonly string[]

interface Reading {
  readonly started: readonly Started[]
  /** Where the reading stopped. */
  readonly end: number
}

const NAME = /^\$(?:\w+|\{[^}]*\})/

/**
 * The commands that a POSIX shell starts for a line, in their order: what stands in `$(…)` or between backticks is started
 * first, between double quotes too. Every one of them prints nothing, and no variable is set.
 */
export const startedBy = (line: string): readonly Started[] => read(line, 0, '').started

const read = (line: string, from: number, closing: string): Reading => {
  const started: Started[] = []
  let words: string[] = []
  let word: string | undefined
  let quote = ''
  let at = from
  const endWord = () => {
    if (word !== undefined) words.push(word)
    word = undefined
  }
  const endCommand = () => {
    endWord()
    if (words.length > 0) started.push(words)
    words = []
  }
  while (at < line.length) {
    const char = line[at]!
    if (quote === '' && char === closing) break
    if (quote === "'") {
      if (char === "'") quote = ''
      else word += char
      at += 1
    } else if (line.startsWith('$(', at) || char === '`') {
      const inner = read(line, at + (char === '`' ? 1 : 2), char === '`' ? '`' : ')')
      started.push(...inner.started)
      at = inner.end + 1
    } else if (char === '\\') {
      const kept = quote === '' || '$`"\\'.includes(line[at + 1] ?? ' ')
      word = `${word ?? ''}${kept ? '' : '\\'}${line[at + 1] ?? ''}`
      at += 2
    } else if (char === '"' || (char === "'" && quote === '')) {
      quote = quote === '' ? char : ''
      word ??= ''
      at += 1
    } else if (char === '$' && NAME.test(line.slice(at))) {
      at += NAME.exec(line.slice(at))![0].length
    } else if (quote === '' && /[;&|\n]/.test(char)) {
      endCommand()
      at += 1
    } else if (quote === '' && /\s/.test(char)) {
      endWord()
      at += 1
    } else {
      word = `${word ?? ''}${char}`
      at += 1
    }
  }
  endCommand()
  return { started, end: at }
}
