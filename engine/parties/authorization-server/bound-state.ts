import { base64url } from 'jose'
import type { HeaderList, HttpRequest } from '../../wire/message.ts'
import { cookieIn, setCookie } from './session.ts'
import type { ProxyDesk } from './settings.ts'

// What the cookie that binds a browser to its errand upstream is called, behind its prefix.
const COOKIE = 'upstream'

/** Gives a browser a state to hold, signed for one client, so that it can be taken for no other's. */
export const bindState = async (
  desk: ProxyDesk,
  state: string,
  clientId: string,
  maxAge: number,
): Promise<HeaderList> =>
  setCookie(desk, COOKIE, `${state}.${await signatureOf(desk, state, clientId)}`, maxAge)

/** The state that a browser holds; undefined where it holds none that this server signed and still waits for. */
export const stateHeld = async (
  desk: ProxyDesk,
  request: HttpRequest,
): Promise<string | undefined> => {
  const [state = '', signature] = (cookieIn(desk, COOKIE, request) ?? '').split('.')
  const errand = desk.store.errands.get(state)
  if (!errand) return undefined
  const { clientId } = errand.interaction.grant
  return signature === (await signatureOf(desk, state, clientId)) ? state : undefined
}

/** Takes the state from a browser: it is good once. */
export const releaseState = (desk: ProxyDesk): HeaderList => setCookie(desk, COOKIE, '', 0)

const signatureOf = async (
  { cookieKey }: ProxyDesk,
  state: string,
  clientId: string,
): Promise<string> => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', cookieKey, algorithm, false, ['sign'])
  const text = new TextEncoder().encode(JSON.stringify([state, clientId]))
  return base64url.encode(new Uint8Array(await crypto.subtle.sign('HMAC', key, text)))
}
