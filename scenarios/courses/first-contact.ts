import type { Course } from './step.ts'

/** The first five minutes, for one alone. */
export const firstContactCourse = {
  id: 'first-contact',
  title: 'First contact',
  says: 'For one alone who has never seen this. Afterwards you can tell the whole story of one token in your own words.',
  minutes: 5,
  steps: [
    {
      does: 'read',
      scenario: 'first-contact',
      minutes: 5,
      say: 'Read the story to its end, and answer the question there. Nothing can break, and you can go back at any time.',
    },
  ],
} as const satisfies Course
