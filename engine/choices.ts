import type { choices } from './decisions.ts'
import { SLOW_SECONDS } from './network/ailing.ts'
import type { Registration } from './registration.ts'
import { errandsOf, type Scenario } from './scenario.ts'
import { has, type FeatureId } from './spec/differences.ts'
import type { Revision } from './spec/revisions.ts'
import { partyName } from './transcript.ts'
import { durationInWords } from './words.ts'

type Kind = keyof typeof choices

/** A choice about the parties of a run, as it stands in a link: `consent.deny`. */
export type ChoiceText = { [K in Kind]: `${K}.${(typeof choices)[K][number]}` }[Kind]

/** What a run is about: the revision, the way of registration, and the story told, when there is one. */
export interface Setting {
  readonly revision: Revision
  readonly registration: Registration
  readonly scenario?: Scenario | undefined
}

const [sam, quill, auth, notes] = [
  partyName('owner'),
  partyName('client'),
  partyName('authorization-server'),
  partyName('mcp-server'),
]

const KEEPS = `${quill} keeps its tokens in`

/** Every choice in words. */
export const choiceWords: Readonly<Record<ChoiceText, string>> = {
  'sign-in.wrong-password': `${sam} types a wrong password`,
  'sign-in.second-try': `${sam} types a wrong password first, then the right one`,
  'sign-in.close-window': `${sam} closes the window instead of signing in`,
  'sign-in.robin': `${sam} signs in with Robin’s account`,
  'consent.deny': `${sam} denies consent`,
  'consent.close-window': `${sam} closes the window instead of consenting`,
  'consent.deny-later': `${sam} consents once, and denies when asked again`,
  'consent.close-later': `${sam} consents once, and closes the window when asked again`,
  'grant.withdrawn': `${sam} withdraws consent while time passes`,
  'registration.held': `${quill} registered yesterday and knows its \`client_id\``,
  'registration.forgotten-by-server': `${quill} knows its \`client_id\`, but ${auth} has forgotten it`,
  'registration.elsewhere': `${quill} is registered at another server, which ${notes} used before ${auth}`,
  'registration.refused': `${auth} refuses to register ${quill}`,
  'registration.closed': `${auth} lets no client register itself`,
  'authorization-server.down': `${auth} is down: nothing answers there`,
  'authorization-server.slow': `${auth} takes ${durationInWords(SLOW_SECONDS)} for every answer`,
  'authorization-server.fails': `${auth} answers everything with the error 503`,
  'authorization-server.wrong-media-type': `${auth} says that its JSON is \`text/html\``,
  'authorization-server.broken-json': `The JSON of ${auth} breaks off in the middle`,
  'authorization-server.missing-members': `The JSON of ${auth} lacks members that it must have`,
  'issuer.with-path': `The identifier of ${auth} has a path`,
  'server-metadata.openid': `${auth} has its metadata only at \`openid-configuration\`, before its own path`,
  'server-metadata.openid-appended': `${auth} has its metadata only at \`openid-configuration\`, after its own path`,
  'server-metadata.nowhere': `${auth} publishes no metadata`,
  'mcp-server.no-challenge': `${notes} answers 401 without \`WWW-Authenticate\``,
  'mcp-server.no-metadata-url': `The challenge of ${notes} does not say where its metadata is`,
  'mcp-server.metadata-at-root': `The metadata of ${notes} is at the root, not at the path of its endpoint`,
  'mcp-server.never-enough': `${notes} answers 403, whatever the scope`,
  'clock.mcp-server-ahead': `The clock of ${notes} is ahead`,
  'code.reused': `The request with the code arrives twice`,
  'code.foreign': `Another code takes the place of the one from ${auth}`,
  'refresh-token.reused': `The first request with a refresh token arrives twice`,
  'vault.keychain': `${KEEPS} the Keychain of macOS`,
  'vault.dpapi': `${KEEPS} a file that Windows encrypts (DPAPI)`,
  'vault.libsecret': `${KEEPS} the keyring of a Linux desktop (\`libsecret\`)`,
  'vault.plain-file': `${KEEPS} a plain file`,
}

/** A group of choices, and what all of them begin with, when that is said once for all. */
export interface ChoiceGroup {
  readonly about: string
  readonly begins?: string
  readonly choices: readonly ChoiceText[]
}

/** The choices by what they are about, in the order of a handshake. */
export const choiceGroups = {
  signIn: {
    about: `${sam} signs in otherwise`,
    choices: [
      'sign-in.wrong-password',
      'sign-in.second-try',
      'sign-in.close-window',
      'sign-in.robin',
    ],
  },
  consent: {
    about: `${sam} decides otherwise`,
    choices: [
      'consent.deny',
      'consent.close-window',
      'consent.deny-later',
      'consent.close-later',
      'grant.withdrawn',
    ],
  },
  before: {
    about: 'They have met before',
    choices: ['registration.held', 'registration.forgotten-by-server', 'registration.elsewhere'],
  },
  trouble: {
    about: `${auth} has trouble`,
    choices: [
      'authorization-server.down',
      'authorization-server.slow',
      'authorization-server.fails',
      'authorization-server.wrong-media-type',
      'authorization-server.broken-json',
      'authorization-server.missing-members',
    ],
  },
  authorization: {
    about: `${auth} is another kind of server`,
    choices: [
      'registration.refused',
      'registration.closed',
      'issuer.with-path',
      'server-metadata.openid',
      'server-metadata.openid-appended',
      'server-metadata.nowhere',
    ],
  },
  resource: {
    about: `${notes} answers differently`,
    choices: [
      'mcp-server.no-challenge',
      'mcp-server.no-metadata-url',
      'mcp-server.metadata-at-root',
      'mcp-server.never-enough',
      'clock.mcp-server-ahead',
    ],
  },
  way: {
    about: 'Something goes wrong on the way',
    choices: ['code.reused', 'code.foreign', 'refresh-token.reused'],
  },
  vault: {
    about: `${KEEPS} …`,
    begins: `${KEEPS} `,
    choices: ['vault.keychain', 'vault.dpapi', 'vault.libsecret', 'vault.plain-file'],
  },
} as const satisfies Readonly<Record<string, ChoiceGroup>>

const wherever =
  (feature: FeatureId) =>
  ({ revision }: Setting): boolean =>
    has(revision, feature)
const registersItself = ({ registration }: Setting): boolean => registration === 'dynamic'
// A client whose id is the address of a document about it holds nothing that a server could forget.
const holdsItsId = ({ registration }: Setting): boolean => registration !== 'metadata-document'
const apart = wherever('resource-metadata')

const errandsIn = (scenario: Scenario | undefined) => scenario && errandsOf(scenario)

// Who reads notes and then writes one is asked for more, where MCP has a client ask.
const asksTwice = ({ scenario, revision }: Setting): boolean =>
  has(revision, 'step-up') &&
  (errandsIn(scenario)?.some((one) => 'call' in one && one.call === 'write_note') ?? true)

// Where a choice changes something; those that are not here do so everywhere.
const CONDITIONS: Readonly<Partial<Record<ChoiceText, (setting: Setting) => boolean>>> = {
  'grant.withdrawn': ({ scenario }) => errandsIn(scenario)?.some((one) => 'wait' in one) ?? true,
  'consent.deny-later': asksTwice,
  'consent.close-later': asksTwice,
  'registration.held': registersItself,
  'registration.forgotten-by-server': holdsItsId,
  // Where the authorization server is the MCP server, there was no other before.
  'registration.elsewhere': (setting) => holdsItsId(setting) && apart(setting),
  'registration.refused': registersItself,
  'registration.closed': registersItself,
  'issuer.with-path': apart,
  'server-metadata.openid': wherever('openid-discovery'),
  'server-metadata.openid-appended': wherever('openid-discovery'),
  'mcp-server.no-challenge': apart,
  'mcp-server.no-metadata-url': apart,
  'mcp-server.metadata-at-root': apart,
  // It does so by itself, unless the story has it otherwise.
  'vault.keychain': ({ scenario }) =>
    scenario?.given?.some((one) => one.startsWith('vault.')) ?? false,
}

/** Whether a choice changes anything in a run: the revision and the way of registration know it, and the story has not made it already. */
export const makesSense = (choice: ChoiceText, setting: Setting): boolean =>
  (CONDITIONS[choice]?.(setting) ?? true) && !setting.scenario?.given?.includes(choice)
