/** The part of Trusted Types that the lab uses; what a policy returns goes where a string goes. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}

/** The name that the content policy of every page of the lab allows, and no other. */
const POLICY = 'handshake-lab'

/** Addresses of scripts that the page itself carries. */
const carried = new Set<string>()

const belongsHere = (url: string): string => {
  if (carried.has(url)) return url
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

/**
 * The address of a script that stands in the page as text, where the lab is one file: browsers start no worker from a disk
 * but from text that they already have. Throws a TypeError where the page carries no such script.
 */
export const ownScriptInPage = (id: string): string => {
  const text = document.querySelector(`script[type="text/plain"]#${id}`)?.textContent
  if (!text) throw new TypeError(`this page carries no script called ${id}`)
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  carried.add(url)
  return ownScript(url)
}

let trusting = false

/** Lets a library start the lab’s own scripts by their plain address. The content policy of `devtools.html` alone allows it. */
export const trustOwnScripts = (): void => {
  if (!trusting) trustedTypes?.createPolicy('default', rules)
  trusting = true
}
