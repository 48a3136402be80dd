import type { Finding } from '../checks/check.ts'
import type { Scenario } from '../scenario.ts'
import type { Json, WireMessage } from '../wire/message.ts'
import type { Verdict } from './contract.ts'
import { writableCheck } from './writable.ts'
import { playWritten, type Asked, type PlayedWritten } from './written-run.ts'
import type { Ask, Said, WriteExercise } from './write.ts'

/** What judging a written check needs: the stories, somebody who asks the check, and who wants to hear how far it is. */
export interface Judging {
  scenarioWithId(id: string): Scenario | undefined | Promise<Scenario | undefined>
  readonly ask: Ask
  readonly heard?: (done: number, total: number) => void
}

/** The longest that one value is when it is told. */
const LONGEST = 160

const inShort = (value: Json): string => {
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text
}

/** The values that a check was asked about, with the names of its parameters: `received` = "…". */
export const valuesInWords = (
  { check }: Pick<WriteExercise, 'check'>,
  values: readonly Json[],
): string =>
  writableCheck(check)
    .parameters.map(({ name }, index) => `\`${name}\` = \`${inShort(values[index] ?? null)}\``)
    .join(', ')

/** The same values are asked about once: a check that counts, or throws dice, gets nowhere by it. */
const onceEach = (ask: Ask): Ask => {
  const known = new Map<string, Promise<Said>>()
  return (values) => {
    const key = JSON.stringify(values)
    const said = known.get(key) ?? ask(values)
    known.set(key, said)
    return said
  }
}

const isWrong = ({ said, own }: Asked): boolean =>
  said.is === 'trouble' || said.passes !== own.holds

const messageWhere = (
  log: readonly WireMessage[],
  wanted: (finding: Finding) => boolean,
): number | undefined =>
  log.find(({ findings }) => findings.some((one) => one.written === true && wanted(one)))?.id

const wentWrong = (
  exercise: WriteExercise,
  { run, ending, log, shown }: PlayedWritten,
  asked: Asked,
): Verdict => {
  const { values, said } = asked
  const called = `It was asked about ${valuesInWords(exercise, values)}`
  if (said.is === 'trouble') {
    const at = messageWhere(log, ({ verdict }) => verdict === 'broken')
    const because = `${called}. That was in the run “${run.name}”.`
    return { solved: false, sentence: said.sentence, because, runs: [shown(at)] }
  }
  const at = messageWhere(log, ({ verdict, holds }) => holds === (verdict === 'broken'))
  const sentence = said.passes
    ? `Your check lets through what has to be refused: ${run.name}.`
    : `Your check refuses what has to pass: ${run.name}.`
  const because = [
    `${called}, and said \`${said.passes}\`.`,
    run.because,
    ending.ending === 'won' ? `What came of it: ${ending.sentence}` : '',
  ]
  return {
    solved: false,
    sentence,
    because: because.filter((one) => one !== '').join(' '),
    runs: [shown(at, said.passes ? asked : undefined)],
  }
}

/** Makes a written check in every run of its exercise, up to the first in which it decides otherwise than the engine’s own. */
export const judgeWritten = async (
  exercise: WriteExercise,
  { scenarioWithId, ask, heard }: Judging,
): Promise<Verdict> => {
  const once = onceEach(ask)
  const played: PlayedWritten[] = []
  for (const run of exercise.runs) {
    heard?.(played.length, exercise.runs.length)
    const scenario = await scenarioWithId(run.scenario)
    if (!scenario) throw new Error(`${exercise.id}: there is no scenario ${run.scenario}`)
    const one = await playWritten(exercise, run, scenario, once)
    const wrong = one.asked.find(isWrong)
    if (wrong) return wentWrong(exercise, one, wrong)
    played.push(one)
  }
  const refusing = played.filter(({ asked }) => asked.some(({ own }) => !own.holds))
  const through = played.length - refusing.length
  return {
    solved: true,
    sentence: `Your check decides rightly in all ${played.length} runs: it lets ${through} through and refuses ${refusing.length}.`,
    because: exercise.because,
    runs: refusing.map(({ log, shown }) =>
      shown(messageWhere(log, ({ verdict }) => verdict === 'broken')),
    ),
  }
}
