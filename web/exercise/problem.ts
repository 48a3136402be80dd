import { TOO_MUCH, TOO_SLOW } from './asking.ts'

/** What a check threw, as far as it can be read. */
export interface Problem {
  readonly name: string
  readonly message: string
  readonly line?: number | undefined
}

/** The first words of a text that somebody else wrote. */
export const inFewWords = (text: string): string =>
  text.length > 120 ? `${text.slice(0, 120).toWellFormed()}…` : text

/** The line of a file that a stack names first. */
export const lineOf = (stack: string, file: string): number | undefined => {
  const at = stack.indexOf(`${file}:`)
  const line = at < 0 ? Number.NaN : Number.parseInt(stack.slice(at + file.length + 1), 10)
  return Number.isNaN(line) ? undefined : line
}

/** Says in one sentence what went wrong in a written check. */
export const problemIn = ({ name, message, line }: Problem): string => {
  const where = line === undefined ? '' : ` in line ${line}`
  const told = inFewWords(message)
  if (name === 'SyntaxError') return `It cannot be read${where}: ${told}.`
  if (name === 'InternalError') {
    if (message === 'interrupted') return TOO_SLOW
    if (message === 'out of memory') return TOO_MUCH
    if (message === 'string too long') return `It made a text that is too long${where}.`
    return `It called itself too often${where}: ${told}.`
  }
  const what = name === '' ? told || 'something that is no error' : `${name}: ${told}`
  return `It threw an error${where}: ${inFewWords(what)}.`
}
