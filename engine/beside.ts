import { labelOf } from './wire/label.ts'
import type { WireMessage } from './wire/message.ts'

/** A row of two runs laid side by side: the same message on both sides, or one that only one side has. */
export interface BesideRow {
  readonly left: WireMessage | undefined
  readonly right: WireMessage | undefined
}

const keyOf = (message: WireMessage): string =>
  [message.from, message.to, message.name, labelOf(message)].join(' ')

/**
 * Lays two logs side by side in one order, so that as many messages as possible stand beside their like: the longest
 * sequence of messages that both runs have in common, and between those what only one of them has.
 */
export const besideEachOther = (
  left: readonly WireMessage[],
  right: readonly WireMessage[],
): readonly BesideRow[] => {
  const [mine, theirs] = [left.map(keyOf), right.map(keyOf)]
  // common[i][j]: how many messages the rest of both has in common from i and j on.
  const common = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      common[i]![j] =
        mine[i] === theirs[j]
          ? common[i + 1]![j + 1]! + 1
          : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const rows: BesideRow[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const same = i < left.length && j < right.length && mine[i] === theirs[j]
    const fromLeft =
      same || j === right.length || (i < left.length && common[i + 1]![j]! >= common[i]![j + 1]!)
    const fromRight = same || !fromLeft
    rows.push({ left: fromLeft ? left[i] : undefined, right: fromRight ? right[j] : undefined })
    if (fromLeft) i += 1
    if (fromRight) j += 1
  }
  return rows
}
