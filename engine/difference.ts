import type { WireMessage } from './wire/message.ts'

/** The id of the first message in which two logs differ, to whoever looks at it; undefined when they are the same. What a check would have accepted besides is no difference. */
export const firstDifference = (
  one: readonly WireMessage[],
  other: readonly WireMessage[],
): number | undefined => {
  const length = Math.max(one.length, other.length)
  for (let index = 0; index < length; index += 1)
    if (seen(one[index]) !== seen(other[index])) return index + 1
  return undefined
}

const seen = (message: WireMessage | undefined): string =>
  JSON.stringify(
    message && {
      ...message,
      findings: message.findings.map(({ check, verdict, received }) => [check, verdict, received]),
    },
  ) ?? ''
