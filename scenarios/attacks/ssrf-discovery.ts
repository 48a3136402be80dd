import type { Attack } from '../../engine/scenario.ts'
import { discoveryCards } from '../attack-cards/discovery.ts'

/** A discovery that leads into the client’s own network. */
export const ssrfDiscovery = {
  ...discoveryCards['ssrf-discovery'],
  expects: 'won',
  forget: ['client/no-private-addresses'],
  mallory: { mcp: { issuer: 'own', metadataUrl: 'https://console.corp.example/restart' } },
  acts: [{ who: 'client', does: 'connect', to: 'attacker', errands: [] }],
  goal: { is: 'reaches', address: 'https://console.corp.example/' },
  stops: [
    {
      checks: ['client/no-private-addresses'],
      because:
        'Quill looks up the address that the name leads to, before it connects. It is one of its own network, and a stranger has named it. Quill does not go there.',
    },
  ],
  decoys: [
    {
      checks: ['client/challenge-names-metadata'],
      name: 'going only to https addresses',
      because:
        'The console speaks https, like much that lies inside a company. The scheme says how a connection is made, and nothing of where it ends.',
    },
    {
      checks: ['client/resource-metadata-readable'],
      name: 'believing nothing but metadata',
      because:
        'What came back is no metadata, and Quill throws it away. The request was made all the same. To Mallory the answer does not matter; the console has done what it was asked.',
    },
    {
      checks: ['client/resource-matches'],
      name: 'comparing the resource',
      because:
        'That is a check on a document, and it comes after the fetch. By then the request has reached the one place that it should never have been sent to.',
    },
  ],
  variants: {
    endpoint: {
      title: 'By way of an endpoint',
      says: 'Mallory’s challenge is in order, and so is the place of every document. Only one endpoint in his authorization server’s metadata lies inside Sam’s network. To that one Quill sends a POST.',
      forget: ['client/no-private-addresses'],
      mallory: {
        mcp: { issuer: 'own' },
        as: { metadata: { registration_endpoint: 'https://console.corp.example/restart' } },
      },
      stops: [
        {
          checks: ['client/no-private-addresses'],
          because:
            'Quill looks at every address that a document gives it, and not only at the first. One of the endpoints lies in its own network, and so it uses none of them.',
        },
      ],
      decoys: [
        {
          checks: ['client/endpoint-scheme-allowed'],
          name: 'going only to https addresses',
          because:
            'Every endpoint is an https address, that of the console too. The scheme says how a connection is made, and nothing of where it ends.',
        },
        {
          checks: ['client/metadata-issuer-matches'],
          name: 'comparing the issuer in the metadata',
          because:
            'The document is Mallory’s and says so. That endpoints lie under the name of their issuer, no specification asks; with large providers they do not.',
        },
        {
          checks: ['client/registration-readable'],
          name: 'reading the answer with care',
          because:
            'Quill finds that the answer is no registration, and stops. The console has had its POST by then.',
        },
      ],
      endings: {
        careless:
          'Quill registered itself where Mallory’s metadata said, and that was a console inside Sam’s network, which took the POST for an order.',
        careful:
          'Quill sees that one endpoint leads into its own network, and uses none of the document.',
      },
    },
  },
  endings: {
    careless:
      'Quill fetched the metadata from where Mallory’s server said, and that was a console inside Sam’s network, which took the request for an order.',
    careful:
      'Quill finds that the name in the challenge leads into its own network, and stops without sending anything there.',
  },
  hints: [
    'Mallory cannot reach the console. Who can?',
    'The very first answer of a server already tells the client where to go next.',
    'A name is not an address. Ask what the name leads to, and when one should look.',
  ],
  listed: [],
  opening:
    'Quill runs on Sam’s machine, in the network of the company that Sam works for. There is a console there which starts the printer again for whoever opens a certain page. It asks for no password: nobody outside can reach it. Mallory is outside. He has an MCP server, which Sam wants to try, and he has guessed a name.',
  beats: [
    {
      at: 'mcp-request',
      text: 'Sam chose this server, and Quill calls it at the address that Sam gave. That is the last address in this story that Sam has had a say in. All others will come from what servers answer.',
    },
    {
      at: 'mcp-challenge',
      of: ['plain'],
      text: 'The challenge says where the metadata is: `resource_metadata`, at `console.corp.example`. It is an https address and Quill checks that. What the name leads to it should look up, and keep away from addresses of its own network [rfc9728-7.7]. That is a SHOULD, and this Quill does without.',
    },
    {
      at: 'mcp-challenge',
      of: ['endpoint'],
      text: 'Nothing is wrong with this challenge: `resource_metadata` names an address of Mallory’s own. A client that looks here, and only here, finds nothing to complain of.',
    },
    {
      at: 'resource-metadata-request',
      of: ['plain'],
      text: 'And there it goes. `Host` is `console.corp.example`, which in this network is 10.0.0.5. Mallory could not have sent this request himself. He has had it sent by a program that stands in the right place, with one line in an answer.',
    },
    {
      at: 'resource-metadata',
      of: ['plain'],
      text: 'No metadata, but a sentence: the printer is starting again. Quill throws it away, for it believes nothing but a JSON document [rfc9728-3.2]. Too late: some requests do their work by being made. Metadata services of cloud machines hand out credentials in this way [mcp-2025-06-18-security-server-side-request-forgery-ssrf].',
    },
    {
      at: 'server-metadata',
      of: ['endpoint'],
      text: 'Here it is. `issuer` is right, every endpoint is https, and `registration_endpoint` is at `console.corp.example`. The guide names each of these documents as a place from which such an address can come [mcp-2025-06-18-security-server-side-request-forgery-ssrf]. Quill does not look where the name leads.',
    },
    {
      at: 'registration-request',
      of: ['endpoint'],
      text: 'Quill registers itself, as it would anywhere: a `POST`, with a JSON body. A console that protects its orders from being opened by accident asks for just that. The request comes from inside, and it is answered.',
    },
    {
      at: 'registration-response',
      of: ['endpoint'],
      text: 'The answer is no registration: `200`, and a sentence about a printer. Quill finds that it cannot use it, and stops. It has noticed that something was wrong with the answer; what was wrong with the question, it has not.',
    },
  ],
  phases: {
    discovery: 'Quill goes where a server sends it.',
    registration: 'Quill registers where the metadata says.',
  },
  question: {
    asks: 'How should Quill decide whether it may fetch an address that a server has named?',
    choices: [
      {
        says: 'By a list of forbidden names: localhost, and whatever begins with 10 or 192.',
        because:
          'The name here is none of these, and anybody can give a name of his own the address of your printer. Names are what an attacker chooses. Look at the address.',
      },
      {
        says: 'By the scheme: https only.',
        because:
          'Inside a network there is https as well. It would keep Quill from some old devices, and from none that has a certificate.',
      },
      {
        says: 'By the address that the name leads to, looked up before it connects.',
        right: true,
        because:
          'Whether an address lies in one’s own network can be seen from the address itself. And one has to connect to the very address that was looked at, for the next answer may be another.',
      },
      {
        says: 'By the answer: if it is no metadata, it is thrown away.',
        because:
          'That protects Quill from a false document. It does not protect the console, which has been asked, and has obeyed.',
      },
    ],
  },
  refs: [
    'rfc9728-7.7',
    'mcp-2025-06-18-security-server-side-request-forgery-ssrf',
    'mcp-2025-11-25-security-server-side-request-forgery-ssrf',
    'mcp-2026-07-28-security-server-side-request-forgery-ssrf',
    'rfc9728-3.2',
    'rfc9728-5.1',
  ],
} as const satisfies Attack
