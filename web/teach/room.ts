import { machineTime, startRun } from '../../engine/index.ts'
import { storyNamed } from '../../scenarios/stories.ts'
import { openSandbox } from '../exercise/sandbox.ts'
import { editionOf } from '../lab/edition.ts'
import { openScenario } from '../lab/opened.ts'
import { isKept } from '../progress/storage.ts'
import { there } from './there.ts'

/** What came of one thing that was tried in this browser. */
export interface Tried {
  readonly works: boolean
  readonly says: string
}

/** One thing that a room needs, and the way to try it here. */
export interface Need {
  readonly id: string
  readonly name: string
  attempt(): Promise<Tried>
}

const works = (says: string): Tried => ({ works: true, says })
const fails = (says: string): Tried => ({ works: false, says })
const isFile = () => location.protocol === 'file:'

/** All that a room needs, the most important first. */
export const needs: readonly Need[] = [
  {
    id: 'secure',
    name: 'Cryptography',
    attempt: async () => {
      if (globalThis.crypto?.subtle === undefined)
        return fails(
          `This page came from ${location.origin}, and browsers give cryptography only to pages from https, from localhost and from files. Nothing can be played.`,
        )
      await crypto.subtle.digest('SHA-256', new Uint8Array(1))
      return works('The browser lets this page sign and verify.')
    },
  },
  {
    id: 'run',
    name: 'A whole handshake',
    attempt: async () => {
      const story = storyNamed('first-contact')
      if (!story) return fails('The first lesson is missing from this copy of the lab.')
      const scenario = await openScenario(story)
      const nothing = {
        revision: undefined,
        registration: undefined,
        variant: undefined,
        forget: undefined,
      }
      const began = machineTime()
      const run = startRun({
        scenario,
        ...editionOf(scenario, nothing),
        seed: 'room',
        decisions: [],
      })
      const ending = await run.finish()
      const took = machineTime() - began
      if (ending.ending !== 'completed')
        return fails('It was played, and did not end as it should.')
      return works(`${run.log.length} messages were really sent and checked, in ${took} ms.`)
    },
  },
  {
    id: 'storage',
    name: 'Keeping what was solved',
    attempt: async () =>
      isKept()
        ? works('What learners solve is still there when the page is opened again.')
        : fails(
            'This browser lets the page keep nothing, as private windows do. What was solved is gone with the page: have learners save their file or their code before they close it.',
          ),
  },
  {
    id: 'worker',
    name: 'Checks that learners write',
    attempt: async () => {
      const sandbox = await openSandbox('function check() { return true }')
      if ('is' in sandbox) return fails(sandbox.sentence)
      sandbox.end()
      return works('The sandbox in which a written check runs has started.')
    },
  },
  {
    id: 'offline',
    name: 'The lab as one file',
    attempt: async () => {
      if (isFile()) return works('This is it, opened from a disk.')
      return (await there('./handshake-lab.html'))
        ? works('The server has handshake-lab.html: save it, for when the network fails.')
        : fails(
            'The server does not have handshake-lab.html. `npm run build` writes it beside index.html.',
          )
    },
  },
  {
    id: 'clipboard',
    name: 'Copying links',
    attempt: async () =>
      navigator.clipboard?.writeText === undefined
        ? fails('The clipboard is closed to this page: learners mark a link and copy it by hand.')
        : works('There is a clipboard. The browser may still ask before it is used.'),
  },
]
