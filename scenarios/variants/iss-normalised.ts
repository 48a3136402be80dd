import type { Variant } from '../../engine/scenario.ts'
import { pkceHandedOver, stateComesBack } from '../decoys/mix-up.ts'

/** Mix-up with a name that is almost the right one. */
export const issNormalised = {
  title: 'Spelled almost alike',
  says: 'Auth’s host rents out authorization servers by name, and Mallory has taken a name that differs from the honest one by a capital letter. Auth names itself, and Quill compares, but tidies both names up before.',
  given: ['issuer.with-path'],
  forget: ['client/iss-compared-exactly'],
  mallory: {
    mcp: { issuer: 'own' },
    as: { named: 'like-the-honest', authorize: 'bounce-as-victim' },
  },
  stops: [
    {
      checks: ['client/iss-compared-exactly'],
      because:
        'Compared character by character, a capital T is not a small one. These are two servers with two owners, and the answer is from the one that Quill did not ask.',
    },
  ],
  decoys: [pkceHandedOver, stateComesBack],
  opening:
    'Auth’s host rents out authorization servers, each under a path of its own. Sam’s is called `tenant1`. Mallory rents one, too, and asks for the name `Tenant1`. He also runs an MCP server, which Sam tries with Quill. Auth puts its name into every answer, Quill compares names, and finds it kind to ignore capitals and a slash at the end.',
  endings: {
    careless:
      'Quill made both names small before it compared them, took Auth’s answer for Mallory’s, and brought him code and verifier.',
    careful:
      'Quill compares the two names as they are, sees two servers, and throws the answer away.',
  },
  question: {
    asks: 'The answer comes from `https://auth.example/tenant1`, and Quill asked `https://auth.example/Tenant1`. Is that the same server?',
    choices: [
      {
        says: 'No. Issuers are compared character by character.',
        right: true,
        because:
          'A host may treat paths in any case as different places, and this one does. The specification forbids tidying up, for whoever tidies decides in place of the server what counts as one name.',
      },
      {
        says: 'Yes: host names know no capitals.',
        because:
          'Host names do not, paths do. And even for the host the client must not fold the case: it compares texts and does not interpret them.',
      },
      {
        says: 'Yes, when both have a valid certificate for the same host.',
        because:
          'They have: it is one host. Its tenants are not one tenant. A certificate says who runs the machine, and nothing of who rents a path on it.',
      },
    ],
  },
} as const satisfies Variant
