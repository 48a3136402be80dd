import type { Field } from './fields.ts'

const MOMENTS = new Set(['iat', 'exp', 'nbf', 'client_id_issued_at', 'client_secret_expires_at'])

/** What a number stands for, in words: the time of a moment, the length of a span. Undefined where the value says it itself. */
export const meaningOf = ({ name, value }: Field): string | undefined => {
  if (!/^\d{1,12}$/.test(value)) return undefined
  const seconds = Number(value)
  if (MOMENTS.has(name)) return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
  if (name === 'expires_in' && seconds % 60 === 0) return `${seconds / 60} minutes`
  return undefined
}
