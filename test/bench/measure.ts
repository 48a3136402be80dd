import { importJWK, SignJWT, compactVerify } from 'jose'
import type { RequestHandler } from 'msw'
import { http } from 'msw/http'
import { getResponse } from 'msw/utils/get-response'
import { TEACHING_KEY_ED25519 } from '../../engine/chance/keys.ts'
import {
  registrationsIn,
  revisions,
  startRun,
  type RunInput,
  type WireMessage,
} from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

/** Milliseconds for one handshake and for its floor, medians of `rounds`, and how many exchanges it had. */
export interface HandshakeFigures {
  readonly handshake: number
  readonly floor: number
  readonly ratio: number
  readonly exchanges: number
  readonly messages: number
}

/**
 * A whole handshake in-page against its floor in the same process: as many bare MSW exchanges with a one-line handler,
 * and the same cryptography (a challenge made and compared, two tokens signed, every presented token verified).
 */
export const measureHandshakes = async (
  rounds = 60,
  kind: Pick<RunInput, 'revision' | 'registration'> = {},
): Promise<HandshakeFigures> => {
  const play = () => handshake(kind)
  const log = await play()
  const requests = log.filter(({ kind }) => kind === 'request')
  const floorRound = await prepareFloor(requests)
  for (let warm = 0; warm < 5; warm++) {
    await play()
    await floorRound()
  }
  const [mine, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    mine.push(await timed(play))
    bare.push(await timed(floorRound))
  }
  const [whole, floor] = [median(mine), median(bare)]
  return {
    handshake: whole,
    floor,
    ratio: whole / floor,
    exchanges: requests.length,
    messages: log.length,
  }
}

/** The same for every revision with every way of registration that it knows: `2025-11-25, dynamic`. */
export const measureAllHandshakes = async (
  rounds = 20,
): Promise<Readonly<Record<string, HandshakeFigures>>> => {
  const figures: Record<string, HandshakeFigures> = {}
  for (const revision of revisions)
    for (const registration of registrationsIn(revision))
      figures[`${revision}, ${registration}`] = await measureHandshakes(rounds, {
        revision,
        registration,
      })
  return figures
}

const handshake = async (kind: Pick<RunInput, 'revision' | 'registration'>) => {
  const run = startRun({ scenario: firstContact, seed: 'bench', ...kind })
  const { ending } = await run.finish()
  if (ending !== 'completed') throw new Error(`the handshake ended ${ending}`)
  return run.log
}

export const prepareFloor = async (requests: readonly WireMessage[]) => {
  const handlers: RequestHandler[] = [http.all('https://floor.example/*', () => new Response('ok'))]
  const signing = await importJWK(TEACHING_KEY_ED25519, 'EdDSA')
  const { d: _, ...half } = TEACHING_KEY_ED25519
  const verifying = await importJWK(half, 'EdDSA')
  const sign = () =>
    new SignJWT({ sub: 'floor' }).setProtectedHeader({ alg: 'EdDSA' }).sign(signing)
  const digest = () => crypto.subtle.digest('SHA-256', new Uint8Array(43))
  const token = await sign()
  const verify = () => compactVerify(token, verifying)
  // The cryptography of each exchange, in the handshake's own order.
  const work = requests.map(({ name, findings }): (() => Promise<unknown>)[] => {
    if (name === 'authorization-request') return [digest]
    if (name === 'token-request') return [digest, sign]
    if (name === 'refresh-request') return [sign]
    return findings.some(({ check }) => check === 'rs/signature-valid') ? [verify] : []
  })
  return async () => {
    for (const operations of work) {
      const request = new Request('https://floor.example/any', { method: 'POST', body: 'x' })
      await (await getResponse(handlers, request))?.text()
      for (const operate of operations) await operate()
    }
  }
}

const timed = async (act: () => unknown): Promise<number> => {
  const start = globalThis.performance.now()
  await act()
  return globalThis.performance.now() - start
}

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
