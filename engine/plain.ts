import { isUnprotected, mcpCallOf, labelOf, purposeIn } from './wire/label.ts'
import { header } from './wire/headers.ts'
import type { MessageName, PartyId, WireMessage } from './wire/message.ts'
import { partyName } from './transcript.ts'

/** What has no name of its own is named with an article. */
const nameOf = (id: PartyId): string =>
  ['user-agent', 'vault'].includes(id) ? `the ${partyName(id).toLowerCase()}` : partyName(id)

/** Who speaks to whom in a sentence, and what was sent. */
interface Said {
  readonly from: string
  readonly to: string
  readonly message: WireMessage
}

const refuses = ({ message }: Said): boolean =>
  message.kind === 'response' && message.response.status >= 400

/** Whether the browser carries a code with this message: in its own URL, or in the one it is sent to. */
const bringsCode = ({ message }: Said): boolean => {
  const url =
    message.kind === 'request'
      ? message.request.url
      : message.kind === 'response'
        ? header(message.response.headers, 'Location')
        : undefined
  return url !== undefined && /[?&]code=/.test(url)
}

/** The attacker is a person, whatever runs for him. */
const pronouns = ({ message }: Said) =>
  message.from === 'attacker'
    ? ({ its: 'his', it: 'he', itself: 'himself' } as const)
    : ({ its: 'its', it: 'it', itself: 'itself' } as const)

/** Whether it was compared, and right, that the one who brings a code began. */
const proves = ({ message: { findings, from } }: Said): boolean =>
  from !== 'attacker' &&
  findings.some(({ check, verdict }) => check === 'as/verifier-matches' && verdict === 'obeyed') &&
  findings.every(({ verdict }) => verdict !== 'broken')

const asks = ({ it, itself }: ReturnType<typeof pronouns>): Readonly<Record<string, string>> => ({
  initialize: `introduces ${itself}`,
  'notifications/initialized': `says that ${it} is ready`,
  'tools/list': 'asks what there is to call',
})

const mcpRequest = (said: Said): string => {
  const { from, to, message } = said
  const called = mcpCallOf(message)
  const does =
    called === undefined
      ? 'asks for something'
      : (asks(pronouns(said))[called] ?? `asks for \`${called}\``)
  const bearer =
    message.kind === 'request' && header(message.request.headers, 'Authorization') !== undefined
  return bearer
    ? `${from} shows ${to} ${pronouns(said).its} token and ${does}.`
    : `${from} ${does} at ${to}, with nothing that would open a door.`
}

const ownerAnswers = ({ from, message }: Said): string =>
  `${from} ${labelOf(message).replace(/^press /, 'presses ')}.`

const sentences: Readonly<Partial<Record<MessageName, (said: Said) => string>>> = {
  'mcp-request': mcpRequest,
  'mcp-challenge': ({ from, to }) => `${from} turns ${to} away, and says what would open the door.`,
  'mcp-response': ({ from, to }) => `${from} lets ${to} in, and answers.`,
  'resource-metadata-request': ({ from, to }) => `${from} asks ${to} whose tokens count there.`,
  'resource-metadata': ({ from }) => `${from} says whose tokens it takes.`,
  'server-metadata-request': ({ from, to }) => `${from} asks ${to} for a description of itself.`,
  'server-metadata': ({ from }) =>
    `${from} says where an owner signs in, and where a code becomes a token.`,
  'vault-read': ({ from }) => `${from} looks whether it has been here before.`,
  'vault-entry': ({ message }) =>
    labelOf(message) === 'nothing found'
      ? 'There is nothing in the vault: they have never met.'
      : 'The vault holds something from the last time.',
  'registration-request': (said) =>
    `${said.from} tells ${said.to} the name of a client, and where a browser finds it.`,
  'registration-response': ({ to }) => `${to} gets a client id: a name, and no password.`,
  'vault-write': ({ from, message }) =>
    `${from} puts what it got into ${isUnprotected(message) ? 'a plain file' : 'the vault'}.`,
  'open-browser': ({ from }) => `${from} opens the browser. What comes now it will not see.`,
  'authorization-request': ({ from, to }) =>
    `${from} carries the question to ${to}: may this client in?`,
  'sign-in-page': ({ from }) => `${from} answers with a page: who are you?`,
  'show-page': ({ from, to }) => `${from} shows ${to} the page.`,
  'submit-page': ownerAnswers,
  'sign-in-request': ({ to }) => `The password goes to ${to}, and to nobody else.`,
  'sign-in-response': ({ from }) => `${from} knows who it is, and sends the browser on.`,
  'consent-page-request': ({ from }) => `${from} asks what there is to decide.`,
  'consent-page': ({ from }) => `${from} asks: may this program act for you?`,
  'consent-request': ({ to }) => `The answer reaches ${to}.`,
  'authorization-response': (said) =>
    bringsCode(said)
      ? `${said.from} sends the browser back, with a code in the address.`
      : `${said.from} sends the browser back.`,
  'callback-request': (said) =>
    bringsCode(said)
      ? `${said.from} hands ${said.to} the code. It opens nothing yet.`
      : `${said.from} is back at ${said.to}.`,
  'callback-response': () => 'The window has done its work.',
  'close-window': ({ from }) => `${from} closes it, and has nothing more to do.`,
  'token-request': (said) =>
    `${said.from} brings ${said.to} the code${proves(said) ? ', and proves that it is the one who asked' : ''}.`,
  'token-response': ({ from, to }) => `${from} gives ${to} an access token.`,
  'jwks-request': ({ from, to }) => `${from} asks ${to} for the keys that its signatures fit.`,
  jwks: ({ from }) => `${from} shows its public keys: they verify tokens, and make none.`,
  'refresh-request': ({ from, to }) =>
    `${from} asks ${to} for a new token, without asking ${partyName('owner')}.`,
  'refresh-response': ({ from, to }) => `${from} gives ${to} a new token.`,
}

/** What happens with a message, in one plain sentence with `code` in it: “Notes says whose tokens it takes.” */
export const plainly = (message: WireMessage): string => {
  const said = { from: nameOf(message.from), to: nameOf(message.to), message }
  const sentence = sentences[message.name]
  const turnsAway = message.name === 'mcp-challenge'
  const text =
    sentence && message.fate === undefined && (turnsAway || !refuses(said))
      ? sentence(said)
      : `${said.from} to ${said.to}: ${purposeIn(message)}.`
  return text[0]!.toUpperCase() + text.slice(1)
}
