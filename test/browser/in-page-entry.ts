import { loadServiceWorker, startRun } from '../../engine/index.ts'
import { plansOf, proveRun, type Proven } from '../../engine/proof.ts'
import { attacks } from '../../scenarios/index.ts'
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

/** Proves an attack in its own revision. */
const prove = async (id: string): Promise<Proven[]> => {
  const attack = attacks.find((one) => one.id === id)
  if (!attack) throw new Error(`there is no attack called ${id}`)
  const proven: Proven[] = []
  for (const planned of plansOf(attack, [attack.revision]))
    proven.push(await proveRun(attack, planned))
  return proven
}

/** What a test or a bench calls inside Chromium. */
export const inPage = { goldenText, goldenTextOverWorker, measureHandshakes, prove }

Object.assign(globalThis, { inPage })
