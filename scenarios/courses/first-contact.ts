import type { Course } from './step.ts'

/** The first five minutes, for one alone. */
export const firstContactCourse = {
  id: 'first-contact',
  title: 'First contact',
  says: 'For one alone who has never seen this. Afterwards you can tell the whole story of one token in your own words.',
  minutes: 5,
  closing: [
    'Tell the way of one token: who made it, who carried it, who looked at it.',
    'Say what came through the browser, and why that is worth nothing by itself.',
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
