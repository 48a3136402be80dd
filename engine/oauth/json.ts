import type * as z from 'zod/mini'

/** What came of reading text from outside: the value, or one sentence naming what was wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly problem: string }

/** Reads JSON text and holds it to a schema. Never throws: the problem names the member that was wrong. */
export const readJson = <S extends z.ZodMiniType>(schema: S, text: string): Reading<z.infer<S>> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: text.trim() === '' ? 'the body is empty' : 'the body is not JSON' }
  }
  const read = schema.safeParse(json)
  if (read.success) return { value: read.data }
  const [issue] = read.error.issues
  const at = issue?.path.join('.') ?? ''
  return {
    problem: `${at === '' ? 'the body' : `\`${at}\``} is not as it must be: ${wrong(issue)}`,
  }
}

const wrong = (issue: z.core.$ZodIssue | undefined): string => {
  if (issue?.code === 'invalid_type') return `${issue.expected} expected`
  if (issue?.code === 'too_big') return `more than ${issue.maximum} long`
  return 'malformed'
}
