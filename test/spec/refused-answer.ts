import { expect } from 'vitest'
import type { MessageName } from '../../engine/wire/message.ts'
import { edit, members, play } from './play.ts'

export const MARKUP = '<script>alert(1)</script>'

/** One part of an answer, and what it is replaced by. */
export type Change = [part: string, value: string | ((honest: string) => string)]

/** An answer that makes the run end refused; `by` is the check that decides, undefined where none does. */
export type Row = [
  title: string,
  name: MessageName,
  change: Change,
  by: string | undefined,
  nth?: number,
]

/** An answer whose JSON has other members. */
export const body = (difference: object): Change => ['body', members(difference)]

/** Plays the handshake with one answer changed: it ends refused, by this check, in a sentence without markup. */
export const expectRefused = async (...[, name, [part, value], by, nth]: Row): Promise<void> => {
  const { ending, log } = await play([edit(name, part, value, nth)])
  expect([ending.ending, ending.by]).toEqual(['refused', by])
  expect(ending.sentence).toMatch(/^[A-Z][^<]*\.$/)
  expect(JSON.stringify(log)).not.toMatch(/"X-Injected"/)
}
