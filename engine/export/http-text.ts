import { findingsAt, lineOf, overheardWords } from '../transcript.ts'
import type { WireMessage } from '../wire/message.ts'
import { messageText } from '../wire/text.ts'
import { laterInWords } from '../words.ts'
import { ABOUT_SECRETS, endingInWords, settingInWords, toldIn, type ShownRun } from './shown-run.ts'

/** A message as HTTP text under a line that says what it is, with the checks that were made on it. */
export const messageInText = (message: WireMessage, place: number = Infinity): string =>
  [
    lineOf(message),
    '',
    messageText(message).trimEnd(),
    ...checkLines(message, place),
    ...[overheardWords(message) ?? []].flat().map((heard) => `\n${heard}.`),
    '',
  ].join('\n')

const checkLines = (message: WireMessage, place: number): string[] => {
  const findings = findingsAt(message, place)
  return findings.length === 0
    ? []
    : [
        '',
        ...findings.map(({ verdict, check, expected, received }) =>
          verdict === 'obeyed'
            ? `✓ ${check}`
            : `${verdict === 'broken' ? '✕' : '○'} ${check}, ${verdict}: expected ${expected}; received ${received}`,
        ),
      ]
}

const RULE = '-'.repeat(72)

/** A whole run as readable text: every message as HTTP, what was checked on it, and how it ended. */
export const runInText = (run: ShownRun): string => {
  const told = toldIn(run)
  const whole = told.length === run.log.length
  return [
    run.scenario.title,
    `${settingInWords(run)}, seed ${run.seed}`,
    ...[run.link ?? []].flat(),
    ABOUT_SECRETS,
    ...told.flatMap((message, index) => {
      const later = laterInWords(told[index - 1]?.at, message.at)
      return [
        RULE,
        ...(later === undefined ? [] : [`(${later})`]),
        messageInText(message, told.length),
      ]
    }),
    RULE,
    whole ? endingInWords(run.ending) : `The first ${told.length} of ${run.log.length} messages.`,
    '',
  ].join('\n')
}
