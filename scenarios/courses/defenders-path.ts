import type { Course } from './step.ts'

/** What there is to implement, and one attack for each phase that shows why. */
export const defendersPath = {
  id: 'defenders-path',
  title: 'The defender’s path',
  says: 'For people who build a client or a server. Afterwards they can go through their own code with the checklist, and say what each line of it keeps out.',
  minutes: 45,
  steps: [
    {
      does: 'open',
      page: 'checklist',
      part: 'client',
      minutes: 5,
      say: 'This is all that a client has to do. Mark what you think your own client does. We come back to your marks.',
    },
    {
      does: 'read',
      scenario: 'ssrf-discovery',
      minutes: 5,
      say: 'Discovery. A client goes where a stranger tells it to. Watch where it goes.',
    },
    {
      does: 'read',
      scenario: 'credentials-to-new-issuer',
      minutes: 5,
      say: 'Registration. A client has credentials from last time. For whom were they meant?',
    },
    {
      does: 'read',
      scenario: 'redirect-uri-unchecked',
      minutes: 5,
      say: 'Authorization. One value in a link is wrong, and no person will ever notice it.',
    },
    {
      does: 'open',
      page: 'checklist',
      part: 'mcp-server',
      minutes: 5,
      say: 'Now the server’s side. Mark again what you think your own server does.',
    },
    {
      does: 'read',
      scenario: 'code-replay',
      minutes: 5,
      say: 'Token exchange. Everything is right about this request, except that it comes a second time.',
    },
    {
      does: 'read',
      scenario: 'wrong-audience',
      minutes: 5,
      say: 'Tool call. The token is genuine. Ask yourselves what else there is to look at.',
    },
    {
      does: 'read',
      scenario: 'refresh-reuse',
      minutes: 6,
      say: 'Refresh. Two programs live on one token. Bet on who is turned away first.',
    },
    {
      does: 'read',
      scenario: 'step-up-loop',
      minutes: 4,
      say: 'Step-up. Nothing is stolen here. Then look at your marks again, and change one of them.',
    },
  ],
} as const satisfies Course
