/** Scope tokens in the order given, each once. @see [RFC 6749 §3.3 - Access Token Scope](https://www.rfc-editor.org/rfc/rfc6749.html#section-3.3) */
export const parseScope = (scope: string | undefined): string[] => [
  ...new Set((scope ?? '').split(' ').filter((token) => token !== '')),
]

/** Scope tokens as one string. */
export const formatScope = (tokens: readonly string[]): string => [...new Set(tokens)].join(' ')

/** The tokens of `wanted` that `granted` does not hold. */
export const scopeMissing = (wanted: readonly string[], granted: readonly string[]): string[] =>
  wanted.filter((token) => !granted.includes(token))

/** Whether a string is one scope token. */
export const isScopeToken = (text: string): boolean => /^[\x21\x23-\x5B\x5D-\x7E]+$/.test(text)
