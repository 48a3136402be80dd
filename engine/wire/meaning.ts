import type { Field } from './fields.ts'

const MOMENTS = new Set(['iat', 'exp', 'nbf', 'client_id_issued_at', 'client_secret_expires_at'])

/** What a number stands for, in words: the time of a moment, the length of a span. Undefined where the value says it itself. */
export const meaningOf = ({ name, value }: Field): string | undefined => {
  if (!/^\d{1,12}$/.test(value)) return undefined
  const seconds = Number(value)
  if (MOMENTS.has(name)) {
    // “Wed, 18 Jun 2025 09:00:32 GMT”
    const text = new Date(seconds * 1000).toUTCString()
    return `${text.slice(5, 11)} ${text.slice(17, 25)}`
  }
  if (name === 'expires_in' && seconds % 60 === 0) return `${seconds / 60} minutes`
  return undefined
}
