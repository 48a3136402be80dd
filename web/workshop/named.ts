import { crc32 } from './crc.ts'

/** So many bits stand for a name in a code. */
export const NAME_BITS = 20

/** What stands for an id in a code: it does not change when the lab learns more ids. A test holds all ids apart. */
export const numberOfName = (id: string): number => crc32(id) % 2 ** NAME_BITS

/** The id that a number in a code stands for, among those that there are. */
export const nameOfNumber = <Id extends string>(
  number: number,
  ids: readonly Id[],
): Id | undefined => ids.find((id) => numberOfName(id) === number)

/** What stands for a list of exercises, in their order. */
export const numberOfList = (ids: readonly string[], bits: number): number =>
  crc32(ids.join('\n')) % 2 ** bits
