import { partyName } from '../transcript.ts'
import type { WireMessage } from '../wire/message.ts'
import { harEntry, momentOf } from './har-entry.ts'
import { labOf } from './har-lab.ts'
import { ABOUT_SECRETS, endingInWords, type ShownRun } from './shown-run.ts'

type Request = Extract<WireMessage, { kind: 'request' }>
type Response = Extract<WireMessage, { kind: 'response' }>

/** The version of the lab that wrote an archive. */
export const LAB_VERSION = '0.1.0'

/**
 * A whole run as an HTTP archive (HAR 1.2): one entry a request, with its answer. What HAR has no place for stands in
 * fields named `_handshakeLab`, as the format wants it: who sent what to whom, every check, and what passed on the owner’s machine.
 * The format is HAR 1.2: http://www.softwareishard.com/blog/har-12-spec/
 */
export const harOf = (run: ShownRun): string => {
  const { scenario, log } = run
  const exchanges = exchangesIn(log)
  const answered = new Set<WireMessage | undefined>(
    exchanges.flatMap(({ request, response }) => [request, response]),
  )
  const archive = {
    log: {
      version: '1.2',
      creator: { name: 'Handshake Lab', version: LAB_VERSION },
      pages: [
        {
          startedDateTime: momentOf(log[0]?.at ?? 0),
          id: 'run',
          title: scenario.title,
          pageTimings: { onContentLoad: -1, onLoad: -1 },
        },
      ],
      entries: exchanges.map(({ request, response }) => harEntry(request, response)),
      comment: ABOUT_SECRETS,
      _handshakeLab: {
        scenario: scenario.id,
        revision: run.revision,
        registration: run.registration,
        ...(run.variant !== undefined && { variant: run.variant }),
        forgotten: run.forgotten,
        seed: run.seed,
        decisions: run.decisions,
        ...(run.link !== undefined && { link: run.link }),
        ending: { ...run.ending, sentence: endingInWords(run.ending) },
        parties: run.parts.map(({ id, origin, is }) => ({
          id,
          name: partyName(id),
          is,
          ...(origin !== undefined && { at: origin }),
        })),
        // What is no request, nor the answer to one: acts on the owner’s machine.
        others: log
          .filter((message) => !answered.has(message))
          .map((message) => ({
            at: momentOf(message.at),
            ...labOf(message),
            ...(message.kind === 'act'
              ? { act: message.local.act, content: message.local.content }
              : {}),
            ...(message.kind === 'response' ? { response: message.response } : {}),
          })),
      },
    },
  }
  return `${JSON.stringify(archive, null, 2)}\n`
}

interface Exchange {
  readonly request: Request
  readonly response: Response | undefined
}

/** Every request with its own answer: where one came twice, each has one. */
const exchangesIn = (log: readonly WireMessage[]): Exchange[] => {
  const taken = new Set<WireMessage>()
  return log
    .filter((message): message is Request => message.kind === 'request')
    .map((request) => {
      const response = log.find(
        (message): message is Response =>
          message.kind === 'response' &&
          message.exchange === request.exchange &&
          message.id > request.id &&
          !taken.has(message),
      )
      if (response) taken.add(response)
      return { request, response }
    })
}
