import { check, holds } from './check.ts'

/** A `Set-Cookie` as the browser received it. */
export interface SetCookieFacts {
  readonly name: string
  readonly secureOrigin: boolean
  readonly secure: boolean
  readonly path: string | undefined
  readonly domain: string | undefined
  /** Whether the jar, with its own rules, kept it. */
  readonly kept: boolean
}

/** The browser looks at a cookie before it keeps it. */
export const cookieChecks = [
  check({
    id: 'ua/cookie-prefix-host',
    level: 'MUST',
    refs: ['rfc6265bis-22-5.7', 'rfc6265bis-22-5.4'],
    says: 'A cookie named `__Host-…` is Secure, says Path=/ and has no Domain, so that no neighbouring host can plant it.',
    fails: 'a cookie breaks the rules of its own prefix',
    reason: 'answer-not-usable',
    compare: ({ name, secure, secureOrigin, path, domain }: SetCookieFacts) =>
      holds(
        !name.toLowerCase().startsWith('__host-') ||
          (secure && secureOrigin && path === '/' && domain === undefined),
        'Secure, Path=/, no Domain',
        [
          secure ? 'Secure' : 'not Secure',
          `Path=${path ?? 'none'}`,
          domain === undefined ? 'no Domain' : `Domain=${domain}`,
        ].join(', '),
      ),
  }),
  check({
    id: 'ua/cookie-kept',
    level: 'MUST',
    refs: ['rfc6265bis-22-5.7'],
    says: 'The browser keeps a cookie only from a host that may set it.',
    fails: 'the browser threw a cookie away',
    reason: 'answer-not-usable',
    compare: ({ name, kept }: SetCookieFacts) =>
      holds(kept, 'a cookie this host may set', `${name}, ${kept ? 'kept' : 'thrown away'}`),
  }),
] as const
