import { availableParallelism } from 'node:os'
import type { Browser } from 'playwright-core'
import { preview } from 'vite'
import { closedIn, plansOf, proveRun, worldsOf } from '../../engine/proof.ts'
import { PROOF_SEED } from '../../engine/proof.ts'
import { startRun } from '../../engine/index.ts'
import { attacks } from '../../scenarios/index.ts'
import type { HandshakeFigures } from './measure.ts'

/** The whole proof on one core of Node, every attack, telling and revision: how long it took, and how many times its floor. */
export interface ProofFigures {
  readonly runs: number
  readonly seconds: number
  readonly runsPerSecond: number
  /** Against as many bare exchanges, with the cryptography of a handshake. */
  readonly ratio: number
}

/** Plays everything once, on the one core that Node’s own code runs on. */
export const measureProof = async ({
  floor,
  exchanges,
}: HandshakeFigures): Promise<ProofFigures> => {
  let runs = 0
  let requests = 0
  const begun = performance.now()
  for (const attack of attacks) {
    for (const planned of plansOf(attack)) {
      await proveRun(attack, planned)
      runs += 1
    }
    for (const { variant, revision, obedience } of worldsOf(attack)) {
      await closedIn(attack, variant, revision, obedience)
      runs += 1
    }
  }
  const seconds = (performance.now() - begun) / 1000
  // How many exchanges a run has on average, counted outside the measured time.
  for (const attack of attacks) {
    const run = startRun({ scenario: attack, seed: PROOF_SEED })
    await run.finish()
    requests += run.log.filter(({ kind }) => kind === 'request').length
  }
  const bare = (floor / exchanges) * (requests / attacks.length) * runs
  return { runs, seconds, runsPerSecond: runs / seconds, ratio: (seconds * 1000) / bare }
}

/** The proof page in Chromium: every attack in the newest revision, played by workers. Times in seconds and milliseconds. */
export interface ProofPageFigures {
  readonly says: string
  readonly cores: number
  /** The longest time between two frames while it played, and how many were longer than 50 ms. */
  readonly longestFrame: number
  readonly slowFrames: number
}

/** Opens the proof page of the built lab, and watches its frames until it is through. */
export const measureProofPage = async (browser: Browser): Promise<ProofPageFigures> => {
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 0 } })
  const address = server.httpServer.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  try {
    await page.goto(`http://127.0.0.1:${port}/#/proof`)
    await page.getByRole('progressbar').waitFor()
    const frames = await page.evaluate(
      () =>
        new Promise<{ longest: number; slow: number }>((resolve) => {
          let [last, longest, slow] = [performance.now(), 0, 0]
          const look = (now: number) => {
            longest = Math.max(longest, now - last)
            if (now - last > 50) slow += 1
            last = now
            const over = [...document.querySelectorAll('button')].some(
              ({ textContent }) => textContent === 'Start again',
            )
            if (over) resolve({ longest, slow })
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }),
    )
    const says = await page.getByText(/that prove every check in/).innerText()
    return {
      says,
      cores: availableParallelism(),
      longestFrame: frames.longest,
      slowFrames: frames.slow,
    }
  } finally {
    await page.close()
    await server.close()
  }
}
