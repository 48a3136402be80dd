import { knowledgeIn, type Holding, type HoldingName } from '../knowledge.ts'
import type { WireMessage } from '../wire/message.ts'

/** Something the attacker has learned, since which message, and what it lets him do. */
export interface Note extends Holding {
  /** How he came by it: it was sent to him, he made it himself, or he read along. */
  readonly how: 'received' | 'made' | 'overheard'
  readonly lets: string
}

type Lets = (has: (name: HoldingName) => boolean) => string

// What a thing is good for depends on what else he has.
const LETS: Readonly<Record<HoldingName, Lets>> = {
  client_id: () =>
    'Say that a request comes from this client. An id is no secret, and proves nothing.',
  'client secret': () => 'Be this client wherever a secret is all that is asked for.',
  'API key': () => 'Use the MCP server as its owner.',
  'code challenge': () => 'Nothing by itself: a hash does not lead back to its verifier.',
  'code verifier': (has) =>
    has('authorization code')
      ? 'Redeem the code that belongs to it, as if he had asked for it.'
      : 'Redeem the code that belongs to it, once he has that as well.',
  state: () => 'Make an answer look like the one that the client waits for.',
  'authorization code': (has) =>
    has('code verifier')
      ? 'Redeem it: he has a verifier too. Whether it is the right one, the authorization server says.'
      : 'Redeem it, where nobody asks for the verifier. Or have somebody else’s client redeem it.',
  'access token': () =>
    'Call every server that accepts it, until it expires: whoever bears it may use it.',
  'refresh token': () => 'Get new access tokens, until somebody notices that it is used twice.',
  'MCP session': () => 'Name this session. Without a token that alone should open nothing.',
  'session cookie': () => 'Be this browser at the server that set it.',
  password: () => 'Sign in as this user, everywhere and for as long as it is not changed.',
  'CSRF token': () => 'Send this one form as if the page itself had sent it.',
}

/** What the attacker has written down after `place` messages, the oldest first. */
export const notebookAt = (log: readonly WireMessage[], place: number): readonly Note[] => {
  const told = log.slice(0, place)
  const { attacker } = knowledgeIn(told)
  const has = (name: HoldingName) => attacker.some((one) => one.name === name)
  return attacker.map((holding) => ({
    ...holding,
    how: howLearned(told[holding.since - 1]),
    lets: LETS[holding.name](has),
  }))
}

const howLearned = (message: WireMessage | undefined): Note['how'] =>
  message?.from === 'attacker' ? 'made' : message?.to === 'attacker' ? 'received' : 'overheard'
