import { fewProblems } from '../../engine/index.ts'
import { crc32 } from './crc.ts'

/** The letters of Crockford's base 32: no I, L, O and U, so that none is taken for another. */
export const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a code is about, by its first letter. */
export const kinds = {
  S: 'which exercises are solved',
  P: 'the progress of a learner',
  G: 'a place in the lab',
} as const
export type Kind = keyof typeof kinds

/** How many letters at its end check the whole of a code. */
const checkedBy: Record<Kind, number> = { S: 4, P: 4, G: 2 }

/** So many letters a group, and one that checks them. */
const GROUP = 4
/** A longer text is no code. */
export const LONGEST_CODE = 10_000

/** Bits as a code to read out or to type: `S4T0B-…`, groups of four letters and one that checks them. */
export const writeCode = (kind: Kind, bits: readonly number[]): string => {
  const letters = [LETTERS.indexOf(kind)]
  for (let at = 0; at < bits.length; at += 5)
    letters.push([0, 1, 2, 3, 4].reduce((value, bit) => value * 2 + (bits[at + bit] ?? 0), 0))
  letters.push(...wholeCheck(kind, letters))
  const groups: string[] = []
  for (let at = 0; at < letters.length; at += GROUP) {
    const group = letters.slice(at, at + GROUP)
    groups.push(spelled([...group, groupCheck(group, groups.length)]))
  }
  return groups.join('-')
}

/** What a code holds, or what is wrong with it, one sentence each. */
export type CodeReading =
  | { readonly kind: Kind; readonly bits: readonly number[] }
  | { readonly problems: readonly string[] }

/** Reads a code as people type it: in either case, with I and L for 1 and O for 0, and whatever stands between groups. */
export const readCode = (text: string): CodeReading => {
  if (text.length > LONGEST_CODE)
    return wrong(`The code is longer than ${LONGEST_CODE.toLocaleString('en')} characters.`)
  const groups = groupsIn(text)
  // Somebody may part the letters otherwise than they were.
  const joined = readGroups(groups.join('').match(/.{1,5}/gsu) ?? [])
  return 'kind' in joined ? joined : readGroups(groups)
}

const readGroups = (groups: readonly string[]): CodeReading => {
  if (groups.length === 0) return wrong('There is no code: the text is empty.')
  const values = groups.map((group) => [...group].map((letter) => LETTERS.indexOf(letter)))
  const problems = values.flatMap((group, at) => troubleIn(group, at, values.length, groups[at]!))
  if (problems.length > 0) return wrong(...fewProblems(problems, 'groups'))
  const letters = values.flatMap((group) => group.slice(0, -1))
  const kind = Object.keys(kinds).find((one) => one === LETTERS[letters[0]!]) as Kind | undefined
  if (!kind)
    return wrong(
      `The code begins with ${LETTERS[letters[0]!]}, and this lab writes none that does.`,
    )
  const body = letters.slice(0, -checkedBy[kind])
  const check = letters.slice(-checkedBy[kind])
  if (body.length === 0 || wholeCheck(kind, body).some((one, at) => one !== check[at]))
    return wrong(
      'Every group is right by itself, but not all together: one is missing, or stands twice.',
    )
  return {
    kind,
    bits: body.slice(1).flatMap((value) => [16, 8, 4, 2, 1].map((bit) => (value & bit ? 1 : 0))),
  }
}

const wrong = (...problems: readonly string[]): CodeReading => ({ problems })

const spelled = (values: readonly number[]): string => values.map((one) => LETTERS[one]).join('')

/** Groups as they are separated; where nothing separates them, every five letters. */
const groupsIn = (text: string): string[] => {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0')
  const groups = plain.split(/[\s\p{Pd}\p{C}_.,:;]+/u).filter((group) => group !== '')
  const [only = ''] = groups
  return groups.length === 1 ? [...(only.match(/.{1,5}/gsu) ?? [])] : groups
}

const troubleIn = (
  group: readonly number[],
  at: number,
  count: number,
  text: string,
): readonly string[] => {
  const name = `Group ${at + 1} of ${count}, “${[...text].slice(0, 12).join('')}”,`
  const strange = group.indexOf(-1)
  if (strange >= 0)
    return [
      `${name} has “${[...text][strange]}” in it, which no code has. U is none of its letters.`,
    ]
  const isLast = at === count - 1
  if (group.length > GROUP + 1 || group.length < 2 || (group.length < GROUP + 1 && !isLast))
    return [`${name} has ${inLetters(group.length)}; every group but the last has ${GROUP + 1}.`]
  if (groupCheck(group.slice(0, -1), at) === group.at(-1)) return []
  return [`${name} is not as it was written: a letter is wrong, or it stands in the wrong place.`]
}

const inLetters = (count: number) => (count === 1 ? 'one letter' : `${count} letters`)

/** Times x in the field of 32 elements, by x⁵ + x² + 1. */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31

// Each letter counts with another power of x, so that no wrong letter and no two changed about go unseen.
const groupCheck = (group: readonly number[], at: number): number =>
  timesX(group.reduce((sum, value) => timesX(sum) ^ value, (at + 1) & 31))

const wholeCheck = (kind: Kind, letters: readonly number[]): number[] => {
  const crc = crc32(spelled(letters))
  return Array.from({ length: checkedBy[kind] }, (_, at) => (crc >>> (5 * at)) & 31)
}
