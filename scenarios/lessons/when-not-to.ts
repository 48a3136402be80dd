import type { Scenario } from '../../engine/scenario.ts'
import { cards } from '../cards.ts'

const withSessions = ['2025-03-26', '2025-06-18', '2025-11-25'] as const

/** A server that is a program on the owner's machine, and needs none of OAuth. */
export const whenNotTo = {
  ...cards['when-not-to'],
  forget: [],
  errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
  expects: 'completed',
  opening:
    'This time Notes is no server somewhere else. It is a program on Sam’s machine, and Quill starts it by itself. There is a credential all the same, and it is Sam’s. Before you go on, guess how much of the handshake will be left.',
  beats: [
    {
      at: 'launch',
      text: 'This is all of it. Quill starts the program and puts a key into its *environment*, as `NOTES_API_KEY`. Ever since MCP has had rules for authorization, it has said that implementations should not follow them over stdio, and take credentials from the environment instead [mcp-2025-03-26-authorization-protocol-requirements].',
    },
    {
      at: 'stdio-request',
      text: 'A line written to the program’s standard input. It has no header and carries no token, and Notes does not wonder who wrote it. A pipe is no address that others could call: at its other end is the program that started this one.',
    },
    {
      at: 'stdio-response',
      text: 'Notes looked at the key in its environment, and answers. No 401, no browser, no Auth. OAuth lets Sam give a program at one place access to something at another, and keep the password. Here Sam’s own program starts Sam’s own program. There is no stranger whom anybody would have to introduce.',
    },
    {
      at: 'stdio-request',
      nth: 4,
      in: ['2025-03-26', '2025-06-18'],
      text: 'Nor would a token hold anything back. Notes runs with the rights of whoever started it, and could do much besides reading notes. So what matters is what one starts: whether Sam knows which command it is, and who wrote it.',
    },
    {
      at: 'stdio-request',
      nth: 4,
      in: ['2025-11-25'],
      text: 'Nor would a token hold anything back. Notes runs with the rights of whoever started it, and could do much besides reading notes. So what matters is what one starts. A client that sets up such servers with one click must show the exact command, and ask [mcp-2025-11-25-security-local-mcp-server-compromise].',
    },
    {
      at: 'stdio-request',
      nth: 2,
      in: ['2026-07-28'],
      text: 'Nor would a token hold anything back. Notes runs with the rights of whoever started it, and could do much besides reading notes. So what matters is what one starts. A client that sets up such servers with one click must show the exact command, and ask [mcp-2026-07-28-security-local-mcp-server-compromise].',
    },
    {
      at: 'stdio-response',
      nth: 3,
      in: withSessions,
      text: 'And the key? An environment is no vault. What Notes starts in its turn inherits a copy, unless Notes prevents it; and on Linux, to name one system, other programs that Sam runs can read it by default. So put in a key that can do little. This one can even write, though nothing here needs that.',
    },
    {
      at: 'stdio-response',
      nth: 2,
      in: ['2026-07-28'],
      text: 'And the key? An environment is no vault. What Notes starts in its turn inherits a copy, unless Notes prevents it; and on Linux, to name one system, other programs that Sam runs can read it by default. So put in a key that can do little. This one can even write, though nothing here needs that.',
    },
  ],
  phases: {
    toolCall: 'Quill starts Notes as a program, and speaks MCP with it.',
  },
  question: {
    asks: 'Your MCP server is started as a program, and needs a key to do its work. How should it come by it?',
    choices: [
      {
        says: 'It opens a port on this machine and answers 401 there, so that the client begins the handshake.',
        because:
          'A port can be called by every program on the machine, and by way of DNS rebinding even by web pages. The pipe had one end. You would build a door so as to have something to guard.',
      },
      {
        says: 'It expects an access token in every message.',
        because:
          'MCP has no place for a token in what goes through a pipe, so a client that keeps to MCP will not send one. Nor would the program learn anything: it knows who started it.',
      },
      {
        says: 'It takes it from its command line.',
        because:
          'That is seen by more eyes than an environment: on Linux every account of the machine can read it by default, and clients are told to show the command in full.',
      },
      {
        says: 'It takes it from its environment, and asks for a key that can do no more than it needs.',
        right: true,
        because:
          'Whoever starts the program decides what stands there. It is no vault, so what helps is a key with which little can be done, and which can be withdrawn without harming other programs.',
      },
    ],
  },
  refs: [
    'mcp-2025-03-26-authorization-protocol-requirements',
    'mcp-2025-11-25-security-local-mcp-server-compromise',
    'mcp-2026-07-28-security-local-mcp-server-compromise',
  ],
} as const satisfies Scenario
