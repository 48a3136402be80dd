import { formatPlace, registrations, registry, revisions, type Place } from '../../engine/index.ts'
import { BitReader, BitsEnded, BitWriter } from './bits.ts'
import { kinds, readCode, writeCode } from './code.ts'
import { NAME_BITS, nameOfNumber, numberOfName } from './named.ts'
import { isId } from './text.ts'

/** A place at which a whole class can be told to look. */
export type Step = Pick<
  Place,
  'scenario' | 'place' | 'revision' | 'registration' | 'variant' | 'forget' | 'seed'
>

/** What came of a code to go to: the place and what follows the `#` of its link, or what is wrong. */
export type StepReading =
  { readonly step: Step; readonly link: string } | { readonly problems: readonly string[] }

const SEED = /^[A-Za-z0-9_-]{1,64}$/
const VARIANT = /^[a-z][a-z-]{0,30}$/
const SEED_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const VARIANT_LETTERS = 'abcdefghijklmnopqrstuvwxyz-'
const LAST_PLACE = 999_999
const MOST_FORGOTTEN = 100
const checkIds = registry.map(({ id }) => id)

/** A place as a code of some fifteen characters, to be said aloud or typed; undefined where it is none that a link could name. */
export const stepCode = (step: Step): string | undefined => {
  const { scenario, place, revision, registration, variant, forget, seed } = step
  if (!isId(scenario) || !Number.isInteger(place) || place < 0 || place > LAST_PLACE)
    return undefined
  if (variant !== undefined && !VARIANT.test(variant)) return undefined
  if (seed !== undefined && !SEED.test(seed)) return undefined
  if (forget !== undefined && forget.length > MOST_FORGOTTEN) return undefined
  const bits = new BitWriter().fixed(numberOfName(scenario), NAME_BITS)
  for (const part of [revision, registration, variant, forget, seed])
    bits.fixed(part === undefined ? 0 : 1, 1)
  bits.varied(place, 4)
  for (const name of [revision, registration, ...(forget ? [forget.length, ...forget] : [])])
    if (typeof name === 'number') bits.varied(name, 4)
    else if (name !== undefined) bits.fixed(numberOfName(name), NAME_BITS)
  if (variant !== undefined) writeLetters(bits, variant, VARIANT_LETTERS, 5)
  if (seed !== undefined) writeLetters(bits, seed, SEED_LETTERS, 6)
  return writeCode('G', bits.bits)
}

/** Reads a code to go to, among the scenarios that there are. Never throws. */
export const readStepCode = (text: string, scenarios: readonly string[]): StepReading => {
  const read = readCode(text)
  if ('problems' in read) return read
  if (read.kind !== 'G')
    return wrong(`This code says ${kinds[read.kind]}; it is no place to go to.`)
  try {
    return readStep(new BitReader(read.bits), scenarios)
  } catch (error) {
    if (error instanceof BitsEnded)
      return wrong(
        'The code is right by its checks, but what it says cannot be: this lab did not write it.',
      )
    throw error
  }
}

/** What follows the `#` of the link to a place. */
export const linkOfStep = (step: Step): string => {
  const { scenario, ...rest } = step
  const query = formatPlace({ ...rest, decisions: [] })
  return `/lab/${scenario}${query === '' ? '' : `?${query}`}`
}

const wrong = (...problems: readonly string[]): StepReading => ({ problems })

const readStep = (bits: BitReader, scenarios: readonly string[]): StepReading => {
  const scenario = nameOfNumber(bits.fixed(NAME_BITS), scenarios)
  const [hasRevision, hasRegistration, hasVariant, hasForget, hasSeed] = Array.from(
    { length: 5 },
    () => bits.fixed(1) === 1,
  )
  const place = bits.varied(4)
  const named = <Id extends string>(ids: readonly Id[]) => nameOfNumber(bits.fixed(NAME_BITS), ids)
  const revision = hasRevision ? named(revisions) : undefined
  const registration = hasRegistration ? named(registrations) : undefined
  const count = hasForget ? bits.varied(4) : 0
  if (count > MOST_FORGOTTEN || place > LAST_PLACE) throw new BitsEnded()
  const forget = Array.from({ length: count }, () => named(checkIds))
  const variant = hasVariant ? readLetters(bits, VARIANT_LETTERS, 5) : undefined
  const seed = hasSeed ? readLetters(bits, SEED_LETTERS, 6) : undefined
  if (!bits.isDone) throw new BitsEnded()
  if (variant !== undefined && !VARIANT.test(variant)) throw new BitsEnded()
  if (seed !== undefined && !SEED.test(seed)) throw new BitsEnded()
  const unknown = [
    ...(scenario === undefined ? ['a scenario'] : []),
    ...(hasRevision && revision === undefined ? ['a revision of MCP'] : []),
    ...(hasRegistration && registration === undefined ? ['a way of registration'] : []),
    ...(forget.includes(undefined) ? ['a check'] : []),
  ]
  if (scenario === undefined || unknown.length > 0)
    return wrong(
      `The code is right, but it names ${unknown.join(' and ')} that this lab does not have: it was made by another version.`,
    )
  const step: Step = {
    scenario,
    place,
    ...(revision && { revision }),
    ...(registration && { registration }),
    ...(variant !== undefined && { variant }),
    ...(hasForget && { forget: forget.filter((one) => one !== undefined) }),
    ...(seed !== undefined && { seed }),
  }
  return { step, link: linkOfStep(step) }
}

const writeLetters = (bits: BitWriter, text: string, letters: string, width: number): void => {
  bits.varied(text.length, 4)
  for (const letter of text) bits.fixed(letters.indexOf(letter), width)
}

const readLetters = (bits: BitReader, letters: string, width: number): string => {
  const length = bits.varied(4)
  if (length > 64) throw new BitsEnded()
  return Array.from({ length }, () => letters[bits.fixed(width)] ?? '?').join('')
}
