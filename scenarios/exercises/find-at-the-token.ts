import type { Find } from '../../engine/scenario.ts'
import { findCards } from '../exercise-cards/finds.ts'

/** One check of the MCP server on a token or a request is forgotten. */
export const lookAtTheToken = {
  ...findCards['look-at-the-token'],
  asks: 'Everybody does their work here, except that Notes forgets one check. The honest run looks just like any other. Change messages on their way until something gets through, and name the check.',
  pool: [
    {
      check: 'rs/signature-valid',
      probes: [
        {
          says: 'The signature of the token is replaced by another text.',
          trials: [
            {
              at: 'mcp-request.2',
              kind: 'field',
              path: 'header.3.Authorization.signature.signature',
              value:
                'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
            },
          ],
        },
        {
          says: 'The token is made to speak of another person.',
          trials: [
            {
              at: 'mcp-request.2',
              kind: 'field',
              path: 'header.3.Authorization.claim.sub',
              value: 'robin',
            },
          ],
        },
      ],
    },
    {
      check: 'rs/not-expired',
      probes: [
        {
          says: 'The first request with the token is held back for twenty minutes.',
          trials: [{ at: 'mcp-request.2', kind: 'delay', seconds: 1200 }],
        },
      ],
    },
    {
      check: 'rs/scope-per-method',
      probes: [
        {
          says: 'With a token for reading, the tool `write_note` is called.',
          trials: [
            { at: 'mcp-request.5', kind: 'field', path: 'json.params.name', value: 'write_note' },
          ],
        },
      ],
    },
    {
      check: 'rs/origin-allowed',
      probes: [
        {
          says: 'The request says that a web page of `https://evil.example` has made it.',
          trials: [
            {
              at: 'mcp-request.3',
              kind: 'edit',
              part: 'header.Origin',
              value: 'https://evil.example',
            },
          ],
        },
      ],
    },
    {
      check: 'rs/protocol-version-supported',
      probes: [
        {
          says: 'The request says that it is written in a version of MCP that nobody knows.',
          trials: [
            {
              at: 'mcp-request.3',
              kind: 'edit',
              part: 'header.MCP-Protocol-Version',
              value: '2099-01-01',
            },
          ],
        },
      ],
    },
  ],
  hints: [
    'A run in which everybody is honest cannot show what nobody compares. Something has to be wrong on purpose.',
    'Take one request with a token and change one thing about it: the token itself, its age, what is asked, or what the headers say.',
    'Try the five in turn: another signature, a delay of twenty minutes, `write_note` for `read_note`, a foreign `Origin`, an unknown version.',
  ],
  because:
    'A check that nobody makes cannot be seen while all goes well. It shows when something comes that it would have refused.',
  guide: {
    aim: 'Test a server for a missing check, instead of reading that it works.',
    say: 'Every seat has a world of its own, so neighbours cannot copy. Ask for a plan first: what would you have to change for each suspect?',
    questions: [
      {
        asks: 'I changed the signature and Quill got its note all the same. Is that it?',
        answer:
          'Look closer. Where Notes refuses the token, Quill fetches a new one and goes on. What counts is the answer to the message that was changed.',
      },
      {
        asks: 'Can I change two things at once?',
        answer:
          'You can, but then you do not know which of them was refused. One change, one answer.',
      },
    ],
    wrongTurns: [
      'People run the honest story again and again. It is the same in every one of these worlds.',
    ],
  },
  refs: ['rfc9068-4', 'oauth21-13-5.2'],
} as const satisfies Find
