import { firstContactCourse } from './first-contact.ts'
import type { Course } from './step.ts'

/** From the words to one attack for each phase, and then to what there is to implement. */
export const defendersPath = {
  id: 'defenders-path',
  title: 'The defender’s path',
  says: 'For web developers who will build a client or a server, and need not know OAuth. Afterwards they can say what binds a token to its server, what a deputy must ask, and what two holders of one token give away.',
  minutes: 45,
  closing: [
    {
      asks: 'Say what the audience of a token keeps out, and who looks at it.',
      answer:
        'A genuine token that was made for another server. The client names the server that it means, the authorization server writes that one name into the token, and the MCP server compares it with its own. Where one of the three is missing, the others are worth little.',
    },
    {
      asks: 'Say what a proxy must ask before it sends somebody on, and why.',
      answer:
        'Whether the owner wants this very client to get in. Upstream there is only one client, the proxy itself, so a yes that was once given there says nothing of who asks now.',
    },
    {
      asks: 'Say what happens to both holders of a refresh token where the server exchanges it each time, and notices.',
      answer:
        'Whoever comes second shows a token that was exchanged already. The server cannot tell the owner’s client from a thief, so it withdraws the whole family: neither can refresh any more, and only the owner’s client has somebody to ask again. The thief keeps what he has read, and his last access token until it expires.',
    },
  ],
  steps: [
    ...firstContactCourse.steps,
    {
      does: 'read',
      scenario: 'ssrf-discovery',
      minutes: 5,
      spare: true,
      say: 'First comes discovery: you have seen a client follow the addresses that it is given. Watch where this one goes.',
    },
    {
      does: 'solve',
      exercise: 'yesterdays-secret',
      minutes: 3,
      spare: true,
      say: 'Then registration: a client has a secret from last time. For whom was it meant?',
    },
    {
      does: 'read',
      scenario: 'confused-deputy',
      minutes: 8,
      say: 'Now the owner is asked. Sam agreed once, to one program. Find out who else can use that. At the end, switch one of the checks on, and see how it ends then.',
    },
    {
      does: 'solve',
      exercise: 'line-from-the-log',
      minutes: 3,
      spare: true,
      say: 'A code is exchanged for a token. Everything is right about this request, except that it comes a second time.',
    },
    {
      does: 'solve',
      exercise: 'another-door',
      minutes: 3,
      say: 'A tool is called. The token is genuine, and everybody does their part. What is left to look at?',
    },
    {
      does: 'read',
      scenario: 'wrong-audience',
      minutes: 6,
      say: 'Again a genuine token at another door. Bet on how much it takes to keep this one out, then switch that on.',
    },
    {
      does: 'read',
      scenario: 'refresh-reuse',
      minutes: 8,
      say: 'At last the token is refreshed. Two programs live on it. Ask yourself what the server sees, and whom it should believe. Then switch both checks on: only that run shows what becomes of the two.',
    },
    {
      does: 'open',
      page: 'checklist',
      part: 'client',
      minutes: 2,
      spare: true,
      say: 'This is all that a client has to do. Find the lines that you have just seen broken, and mark what a client of yours does.',
    },
    {
      does: 'open',
      page: 'checklist',
      part: 'mcp-server',
      minutes: 2,
      spare: true,
      say: 'And the server’s side. The lists of the proxy and of the authorization server stand on the same page: there are the deputy and the second holder. Choose one line to look up in your own code tomorrow.',
    },
  ],
} as const satisfies Course
