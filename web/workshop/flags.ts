import { base32 } from './base32.ts'

/**
 * What flags are worth, to be said wherever they are made. A page that works offline shows a flag only if it can compute it,
 * and then so can whoever reads the page or its link. The trainer’s own key therefore never stands in a link, but the key of
 * one workshop does, which is derived from it: a link gives away its own flags, and no other workshop’s.
 */
export const ABOUT_FLAGS =
  'The link to the workshop carries the key of its flags: whoever takes the link apart can compute every one of them. ' +
  'Your own key is not in it, and the flags of your other workshops cannot be computed from it. ' +
  'A flag shows that somebody probably solved an exercise in this lab; it proves nothing. ' +
  'Where points matter, have solutions explained.'

/** What the key of a workshop’s flags looks like: 128 bits in base 32, in lower case. */
export const FLAG_KEY = /^[0-9a-hjkmnp-tv-z]{26}$/

const hmac = async (key: string, text: string): Promise<Uint8Array> => {
  const bytes = (one: string) => new TextEncoder().encode(one)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', bytes(key), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes(text)))
}

/** The key of one workshop’s flags, from the trainer’s own, which may be any text, and the workshop’s seed. */
export const workshopKey = async (trainerKey: string, seed: string): Promise<string> =>
  base32((await hmac(trainerKey, `handshake-lab flags\n${seed}`)).slice(0, 16)).toLowerCase()

/** The flag of an exercise: `flag{…}` around 80 bits of HMAC-SHA-256 (key, exercise) in base 32. */
export const flagOf = async (key: string, exercise: string): Promise<string> =>
  `flag{${base32((await hmac(key, exercise)).slice(0, 10)).toLowerCase()}}`
