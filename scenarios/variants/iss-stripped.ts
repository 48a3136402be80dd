import type { Variant } from '../../engine/scenario.ts'
import { pkceHandedOver, stateComesBack } from '../decoys/mix-up.ts'

/** Mix-up with a name that was promised and does not come. */
export const issStripped = {
  title: 'Promised, and missing',
  says: 'Mallory’s server is software off the shelf. Its metadata promises that every answer carries its name, and he has not thought of changing that. Now Quill alone could notice.',
  forget: ['client/iss-when-promised', 'as/iss-sent', 'client/iss-matches'],
  mallory: { mcp: { issuer: 'own' }, as: { authorize: 'bounce-as-victim' } },
  stops: [
    {
      checks: ['client/iss-when-promised'],
      because:
        'The server that Quill asked promises its name in every answer, and this one has none. So it is not that server’s answer, or somebody has taken the name out. Quill needs nobody’s help for this.',
    },
    {
      checks: ['as/iss-sent', 'client/iss-matches'],
      because:
        'If Auth does write its name into the answer, there is something to compare, and it is not the name of the server that Quill asked.',
    },
  ],
  decoys: [
    pkceHandedOver,
    stateComesBack,
    {
      checks: ['client/metadata-issuer-matches'],
      name: 'comparing the issuer in the metadata',
      because:
        'The document is what it says it is. It even says the one thing that would give Mallory away; somebody has to hold him to it.',
    },
  ],
  endings: {
    careless:
      'Mallory’s metadata promised a name in every answer, the answer had none, and Quill took the code to him all the same.',
    careful: 'Quill refuses an answer without a name, because the server it asked promised one.',
  },
  question: {
    asks: 'The answer has no name in it, and the metadata of the server that Quill asked promises one. What is Quill to do?',
    choices: [
      {
        says: 'Refuse it. A promised name that is missing counts like a wrong one.',
        right: true,
        because:
          'The client must reject it. Otherwise the comparison could be escaped by leaving the name out, and a rule that one escapes by silence protects nobody.',
      },
      {
        says: 'Go on: there is nothing to compare, so nothing can differ.',
        because:
          'That holds only for servers that promise nothing. Where a name is promised, its absence is the difference.',
      },
      {
        says: 'Go on, as long as the state is right.',
        because:
          'The state is right here. It shows that the answer belongs to a request of Quill’s, and Mallory passed that request on whole.',
      },
    ],
  },
} as const satisfies Variant
