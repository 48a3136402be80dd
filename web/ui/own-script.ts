/** The part of Trusted Types that the lab uses; what a policy returns goes where a string goes. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}

/** The name that the content policy of every page of the lab allows, and no other. */
const POLICY = 'handshake-lab'

const belongsHere = (url: string): string => {
  const { href, origin, protocol } = new URL(url, document.baseURI)
  if (origin === location.origin && /^https?:$/.test(protocol)) return href
  throw new TypeError(`${href} is no script of this lab`)
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory }

const rules = { createScriptURL: belongsHere }

const policy = trustedTypes?.createPolicy(POLICY, rules)

/**
 * The address of one of the lab's own scripts, in the form in which a browser takes it where the content policy asks for
 * Trusted Types: for a worker, or a service worker. Throws a TypeError for any other origin.
 * @see https://www.w3.org/TR/trusted-types/
 */
export const ownScript = (url: string): string =>
  policy ? policy.createScriptURL(url) : belongsHere(url)

let trusting = false

/** Lets a library start the lab’s own scripts by their plain address. The content policy of `devtools.html` alone allows it. */
export const trustOwnScripts = (): void => {
  if (!trusting) trustedTypes?.createPolicy('default', rules)
  trusting = true
}
