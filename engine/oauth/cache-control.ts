const DIRECTIVE = /(?:^|,)[ \t]*([\w-]+)(?:=(?:"([^"]*)"|([^\s,"]*)))?/g

/**
 * For how many seconds an answer may be used again without asking, 0 for not at all. Only `max-age` allows it; what cannot be
 * understood, or is said twice and differently, allows nothing. `age` is what the answer had already spent in other caches.
 * @see [RFC 9111 §4.2 - Freshness](https://www.rfc-editor.org/rfc/rfc9111.html#section-4.2)
 */
export const freshFor = (cacheControl: string, age = ''): number => {
  const said = [...cacheControl.matchAll(DIRECTIVE)].map(
    ([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? ''] as const,
  )
  if (said.some(([name]) => name === 'no-store' || name === 'no-cache')) return 0
  const lifetimes = new Set(said.filter(([name]) => name === 'max-age').map(([, value]) => value))
  const [lifetime = ''] = lifetimes
  if (lifetimes.size !== 1 || !isSeconds(lifetime)) return 0
  return Math.max(0, Number(lifetime) - (isSeconds(age) ? Number(age) : 0))
}

const isSeconds = (text: string): boolean => /^\d{1,10}$/.test(text)
