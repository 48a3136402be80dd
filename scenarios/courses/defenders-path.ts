import { firstContactCourse } from './first-contact.ts'
import type { Course } from './step.ts'

/** From the words to one attack for each phase, and then to what there is to implement. */
export const defendersPath = {
  id: 'defenders-path',
  title: 'The defender’s path',
  says: 'For web developers who will build a client or a server, and need not know OAuth. Afterwards they can say what binds a token to its server, what a deputy must ask, and what two holders of one token give away.',
  minutes: 45,
  closing: [
    'Say what the audience of a token keeps out, and who looks at it.',
    'Say what a proxy must ask before it sends somebody on, and why.',
    'Say what happens to both holders of a refresh token.',
  ],
  steps: [
    ...firstContactCourse.steps,
    {
      does: 'read',
      scenario: 'ssrf-discovery',
      minutes: 5,
      spare: true,
      say: 'Discovery. You have seen a client follow the addresses that it is given. Watch where this one goes.',
    },
    {
      does: 'solve',
      exercise: 'yesterdays-secret',
      minutes: 3,
      spare: true,
      say: 'Registration. A client has a secret from last time. For whom was it meant?',
    },
    {
      does: 'read',
      scenario: 'confused-deputy',
      minutes: 8,
      say: 'Authorization. Sam agreed once, to one program. Find out who else can use that. At the end, switch the check on, and see how it ends then.',
    },
    {
      does: 'solve',
      exercise: 'line-from-the-log',
      minutes: 3,
      spare: true,
      say: 'Token exchange. Everything is right about this request, except that it comes a second time.',
    },
    {
      does: 'solve',
      exercise: 'another-door',
      minutes: 3,
      say: 'Tool call. The token is genuine, and everybody does their part. What is left to look at?',
    },
    {
      does: 'read',
      scenario: 'wrong-audience',
      minutes: 6,
      say: 'The same token, and nobody does their part. One comparison was enough just now. Bet on how many it takes here, then switch them on.',
    },
    {
      does: 'read',
      scenario: 'refresh-reuse',
      minutes: 8,
      say: 'Refresh. Two programs live on one token. Ask yourself what the server sees, and whom it should believe. Then switch both checks on: only that run shows what becomes of the two.',
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
      say: 'And the server’s side. The lists of the proxy and of the authorization server stand on the same page: there are the deputy, the used code and the second holder. Choose one line to look up in your own code tomorrow.',
    },
  ],
} as const satisfies Course
