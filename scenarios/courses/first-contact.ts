import type { Course } from './step.ts'

/** The first five minutes, for one alone. */
export const firstContactCourse = {
  id: 'first-contact',
  title: 'First contact',
  says: 'For one alone who has never seen this. Afterwards you can tell the whole story of one token in your own words.',
  minutes: 5,
  closing: [
    {
      asks: 'Tell the way of one token: who made it, who carried it, who looked at it.',
      answer:
        'Auth made it for Quill, after Sam had agreed. Quill carries it to Notes with every call. Notes looks each time at who signed it, for whom it was made and until when. Sam’s browser never has it.',
    },
    {
      asks: 'Say what came through the browser, and why that is worth nothing by itself.',
      answer:
        'The authorization code. It is exchanged once, and only by whoever has the verifier to the challenge that this flow began with.',
    },
  ],
  steps: [
    {
      does: 'read',
      scenario: 'first-contact',
      minutes: 5,
      say: 'Read the story to its end, and answer the question there. Nothing can break, and you can go back at any time.',
    },
  ],
} as const satisfies Course
