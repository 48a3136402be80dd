import type { Course } from './step.ts'

/** Six attacks, each a rung above the one before. */
export const attackLadder = {
  id: 'attack-ladder',
  title: 'The attack ladder',
  says: 'For people who know the protocol and want to break it. Afterwards they can say of six attacks what stops them, and what only looks as if it did.',
  minutes: 90,
  closing: [
    {
      asks: 'Choose one of the six attacks. Say who forgot what, and name something that looks as if it helped.',
      answer:
        'The ending of each attack has both, under “What stops it” and “What does not help, and why”. Play what somebody doubts.',
    },
    {
      asks: 'Say which of the attacks end only when two parties do their part, and what half of it is worth.',
      answer:
        'The mix-up: Auth writes its name into the answer, and Quill compares it. The token at another door: the client names the server, Auth writes the name, the server compares. A name that nobody reads helps as little as a reader without a name.',
    },
    {
      asks: 'Say what the one who decides knows at that moment, and what nobody has told them.',
      answer:
        'They know one request, and what they have kept themselves. Nobody has told them whose browser it came through, who has copied the token, or what the owner believed. What they have to compare must be in the request.',
    },
  ],
  steps: [
    {
      does: 'solve',
      exercise: 'be-the-strange-client',
      minutes: 8,
      say: 'Begin as the attacker. You have a client of your own, and Sam clicks what you send him.',
    },
    {
      does: 'read',
      scenario: 'confused-deputy',
      minutes: 6,
      say: 'This is what you have just done, told by somebody who saw all of it. Look at what the proxy did not ask.',
    },
    {
      does: 'solve',
      exercise: 'two-browsers',
      minutes: 4,
      say: 'Now the proxy asks. Bet on what still keeps the attacker out.',
    },
    {
      does: 'read',
      scenario: 'consent-not-bound',
      minutes: 5,
      say: 'And this happens without that check. Somebody agreed, and it was not Sam.',
    },
    {
      does: 'read',
      scenario: 'as-in-the-middle',
      minutes: 6,
      say: 'This time it is Sam’s own client, and Sam’s own browser. Nothing that you have seen so far helps.',
    },
    {
      does: 'solve',
      exercise: 'be-the-patient-thief',
      minutes: 8,
      say: 'Something simpler in between: one file, read once. Find out how long it lasts.',
    },
    {
      does: 'read',
      scenario: 'refresh-reuse',
      minutes: 6,
      say: 'Follow both holders of the token, and find the moment at which somebody could have noticed.',
    },
    {
      does: 'solve',
      exercise: 'stop-the-second-holder',
      minutes: 7,
      say: 'Now be the server. It takes two things, and neither is worth anything alone.',
    },
    {
      does: 'solve',
      exercise: 'another-door',
      minutes: 3,
      say: 'A genuine token at the wrong door. Bet before you look.',
    },
    {
      does: 'read',
      scenario: 'wrong-audience',
      minutes: 5,
      say: 'Watch the name of the server travel: who says it, who writes it down, who reads it.',
    },
    {
      does: 'solve',
      exercise: 'stop-the-borrowed-token',
      minutes: 7,
      say: 'Three parties each do one thing. Give each table one of them.',
    },
    {
      does: 'solve',
      exercise: 'who-wrote-this',
      minutes: 4,
      say: 'The last rung. Two authorization servers, one browser. Bet on what tells them apart.',
    },
    {
      does: 'read',
      scenario: 'mix-up',
      minutes: 6,
      say: 'Follow the code, and ask at every message what the client believes at this moment.',
    },
    {
      does: 'solve',
      exercise: 'stop-the-mix-up',
      minutes: 8,
      say: 'Stop it with as little as will do. PKCE is not the answer, and you should be able to say why.',
    },
    {
      does: 'open',
      page: 'proof',
      minutes: 7,
      say: 'Everything that was said today can be played again, every check alone and every decoy. Choose one claim that you did not believe, and play it.',
    },
  ],
} as const satisfies Course
