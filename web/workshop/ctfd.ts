import { csvOf } from './csv.ts'
import { flagOf } from './flags.ts'
import type { KnownExercise } from './known.ts'

/**
 * The columns of a CSV file that CTFd imports as challenges, checked against `load_challenges_csv` of CTFd 3.8.7. It hands
 * each column that it does not take out to its model by name, so no other may stand there.
 */
export const ctfdColumns = [
  'name',
  'description',
  'category',
  'value',
  'type',
  'state',
  'max_attempts',
  'flags',
  'tags',
  'hints',
  'type_data',
] as const

/** What a trainer chooses for CTFd. */
export interface CtfdWish {
  /** Where learners find an exercise, a whole address; it stands at the end of its description. */
  readonly addressOf: (exercise: KnownExercise) => string
  readonly category: string
  readonly flagKey: string
  /** Whether learners see the challenges at once. */
  readonly visible: boolean
  /** Points for each level. */
  readonly points: readonly [number, number, number]
  /** Points that each hint costs, the vague one first. */
  readonly hintCosts: readonly [number, number, number]
}

/** Names and categories are cut here: CTFd’s columns have no more room. */
const LONGEST = 80

/**
 * Exercises as challenges for CTFd, in CSV. Flags and hints are JSON lists, because CTFd parts plain ones at every comma. No
 * apostrophe guards a spreadsheet from what looks like a formula: CTFd would keep it.
 */
export const ctfdChallenges = async (
  exercises: readonly KnownExercise[],
  wish: CtfdWish,
): Promise<string> => {
  const rows = await Promise.all(exercises.map((exercise) => challenge(exercise, wish)))
  return csvOf([ctfdColumns, ...rows.map((row) => ctfdColumns.map((column) => row[column]))])
}

const challenge = async (
  exercise: KnownExercise,
  { addressOf, category, flagKey, visible, points, hintCosts }: CtfdWish,
): Promise<Record<(typeof ctfdColumns)[number], string>> => ({
  name: [...exercise.title].slice(0, LONGEST).join(''),
  description: `${asMarkdown(exercise.asks)}\n\n${addressOf(exercise)}`,
  category: [...category].slice(0, LONGEST).join(''),
  value: String(points[exercise.level - 1]),
  type: 'standard',
  state: visible ? 'visible' : 'hidden',
  max_attempts: '0',
  // Readers type what they see, in capitals too.
  flags: JSON.stringify([
    { type: 'static', content: await flagOf(flagKey, exercise.id), data: 'case_insensitive' },
  ]),
  tags: `level ${exercise.level},${exercise.scenario}`,
  hints: JSON.stringify(
    exercise.hints.map((content, at) => ({
      content: asMarkdown(content),
      cost: hintCosts[at] ?? 0,
    })),
  ),
  // CTFd reads an empty cell as no data of a type.
  type_data: '',
})

/** CTFd shows descriptions and hints as Markdown, in which HTML counts. Ours have `code` and *emphasis*, and no HTML. */
const asMarkdown = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[<&]/g, '\\$&')))
    .join('')
