import { base64url } from 'jose'

/** A source of bytes that repeats: the same seed and label give the same bytes in Node and in a browser. */
export interface Random {
  /** `length` bytes. */
  bytes(length: number): Uint8Array
  /** An unguessable-looking string: `length` bytes (default 32) in base64url without padding. */
  token(length?: number): string
  /** A whole number from `low` up to, but not including, `high`. */
  between(low: number, high: number): number
  /** An independent source. Drawing from it does not move this one, so one party's draws never shift another's. */
  fork(label: string): Random
}

/**
 * Bytes from a seed, for runs that must repeat. Predictable by design: a real party draws from the platform's
 * cryptographic generator instead.
 */
export const seededRandom = (seed: string): Random => {
  const next = xoshiro128(hash128(seed))
  const bytes = (length: number) => Uint8Array.from({ length }, () => next() >>> 24)
  return {
    bytes,
    token: (length = 32) => base64url.encode(bytes(length)),
    between: (low, high) => low + (next() % (high - low)),
    fork: (label) => seededRandom(`${seed}/${label}`),
  }
}

// Four 32-bit words from a string: FNV-1a from four offsets, then the murmur3 finaliser.
const hash128 = (text: string): [number, number, number, number] => {
  const word = (offset: number) => {
    let h = offset
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    return (h ^ (h >>> 16)) >>> 0
  }
  return [word(2166136261), word(0x9e3779b9), word(0x7f4a7c15), word(0xf39cc060)]
}

// xoshiro128** by Blackman and Vigna: 32 bits a step.
const xoshiro128 = ([a, b, c, d]: [number, number, number, number]) => {
  const rotate = (x: number, k: number) => (x << k) | (x >>> (32 - k))
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotate(d, 11)
    return result
  }
}

/** Bytes from the platform's cryptographic generator, for parties that meet the real world. Forks are as fresh as their origin. */
export const platformRandom = (): Random => {
  const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  return {
    bytes,
    token: (length = 32) => base64url.encode(bytes(length)),
    between: (low, high) => low + (new DataView(bytes(4).buffer).getUint32(0) % (high - low)),
    fork: platformRandom,
  }
}
