import type { Task } from '../../engine/exercise/contract.ts'
import type { Known } from '../../web/workshop/known.ts'

/** An exercise as somebody would write one, to try a workshop on. */
export const task = (id: string, change: Partial<Task> = {}): Task => ({
  id,
  title: `The exercise ${id}`,
  scenario: 'first-contact',
  phase: 'authorization',
  party: 'client',
  level: 2,
  minutes: 8,
  asks: 'Find the message at which it goes wrong, and say why.',
  hints: ['Look early.', 'Look at what the client sends.', 'Look at `state`, and “compare” it.'],
  because: 'The client compares nothing.',
  guide: { aim: '', say: '', questions: [{ asks: '', answer: '' }], wrongTurns: [''] },
  refs: [],
  ...change,
})

/** Forty exercises, as a long course has them. */
export const forty = Array.from({ length: 40 }, (_, at) => `exercise-number-${at + 1}`)

/** What a workshop can be made of in these tests. */
export const known: Known = {
  exercises: forty.map((id) => task(id)),
  scenarios: ['first-contact', 'mix-up', 'pkce'].map((id) => ({ id, title: id, minutes: 12 })),
  pages: ['glossary', 'checklist-client'].map((id) => ({ id, title: id, minutes: 5 })),
  courses: [
    {
      id: 'half-a-day',
      title: 'Half a day',
      stations: [
        { kind: 'scenario', id: 'first-contact', minutes: 20 },
        { kind: 'exercise', id: 'exercise-number-1', minutes: 8 },
      ],
    },
  ],
}
