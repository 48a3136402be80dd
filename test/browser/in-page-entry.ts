import { loadServiceWorker, startRun } from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { goldenText, textOf } from '../golden/text.ts'
import { measureHandshakes } from '../bench/measure.ts'

/** Plays the golden handshake with its back channel through the service worker. */
const goldenTextOverWorker = async (workerUrl: string): Promise<string> => {
  const { startServiceWorker } = await loadServiceWorker()
  const worker = await startServiceWorker(workerUrl)
  const run = startRun({ scenario: firstContact, seed: 'golden', network: worker.networkFor })
  await run.finish()
  await worker.stop()
  return textOf(run)
}

/** What a test or a bench calls inside Chromium. */
export const inPage = { goldenText, goldenTextOverWorker, measureHandshakes }

Object.assign(globalThis, { inPage })
