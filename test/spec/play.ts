import type { Decision } from '../../engine/decisions.ts'
import type { RunInput } from '../../engine/input.ts'
import { startRun, type Run } from '../../engine/run.ts'
import type { Lesson } from '../../engine/scenario.ts'
import type { CheckId } from '../../engine/checks/index.ts'
import type { Ending } from '../../engine/ending.ts'
import type { MessageName, WireMessage } from '../../engine/wire/message.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

/** One whole handshake, with a refresh in it, whatever the lesson has become. */
export const handshakeWithRefresh: Lesson = {
  ...firstContact,
  forget: [],
  errands: [
    { call: 'read_note', arguments: { name: 'seed-vault' } },
    { wait: 3_600 },
    { call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
}

export interface Played {
  readonly run: Run
  readonly log: readonly WireMessage[]
  readonly ending: Ending
}

/** In which revision, with which registration and in which story a run is played; left out: the handshake with a refresh. */
export type Kind = Partial<Pick<RunInput, 'revision' | 'registration' | 'scenario'>>

/** Plays the handshake to its end. */
export const play = async (
  decisions: readonly Decision[] = [],
  forget: readonly CheckId[] = [],
  seed = 'first-contact',
  kind: Kind = {},
): Promise<Played> => {
  const run = startRun({ scenario: handshakeWithRefresh, ...kind, decisions, forget, seed })
  const ending = await run.finish()
  return { run, log: run.log, ending }
}

/** The run in which nobody interferes. */
export const honest = await play()

/** What can be done to a run, by the names of its messages. */
export interface Stage {
  /** The message of the honest run with this name, or the `nth` of them. */
  messageNamed(name: MessageName, nth?: number): WireMessage
  /** What of a message can be changed: of a URL or a body its text, given by a function of the honest one. */
  edit(
    name: MessageName,
    part: string,
    value: string | ((honest: string) => string),
    nth?: number,
  ): Decision
}

const stageOf = ({ log }: Played): Stage => {
  const messageNamed = (name: MessageName, nth = 1) => {
    const found = log.filter((message) => message.name === name)[nth - 1]
    if (!found) throw new Error(`the honest run has no ${name} number ${nth}`)
    return found
  }
  return {
    messageNamed,
    edit: (name, part, value, nth = 1) => {
      const message = messageNamed(name, nth)
      const text = typeof value === 'function' ? value(textOf(message, part)) : value
      return { kind: 'edit', at: message.id, part, value: text }
    },
  }
}

/** The stage of another kind of run. */
export const stageFor = async (kind: Kind): Promise<Stage> =>
  stageOf(await play([], [], 'first-contact', kind))

export const { messageNamed, edit } = stageOf(honest)

const textOf = (message: WireMessage, part: string): string => {
  if (message.kind === 'request')
    return part === 'url' ? message.request.url : (message.request.body ?? '')
  return message.kind === 'response' ? message.response.body : ''
}

/** Changes members of a JSON text; undefined takes one away. */
export const members =
  (difference: object) =>
  (text: string): string =>
    JSON.stringify({ ...(JSON.parse(text) as object), ...difference })

/** Changes parameters of a form or of a URL's query; undefined takes one away, a list repeats it. */
export const parameters =
  (difference: Readonly<Record<string, string | readonly string[] | undefined>>) =>
  (text: string): string => {
    const [base, query] = text.includes('?') ? text.split('?', 2) : [undefined, text]
    const changed = new URLSearchParams(query)
    for (const [name, value] of Object.entries(difference)) {
      changed.delete(name)
      for (const one of value === undefined ? [] : [value].flat()) changed.append(name, one)
    }
    return base === undefined ? `${changed}` : `${base}?${changed}`
  }
