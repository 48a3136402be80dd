import type { Exercise, WriteExercise } from '../../engine/scenario.ts'
import type { AttackId } from '../attack-cards.ts'
import type { LessonId } from '../cards.ts'

/** What a page that lists exercises says of one before it is opened. */
export interface ExerciseCard extends Pick<
  Exercise,
  'id' | 'title' | 'phase' | 'party' | 'level' | 'minutes'
> {
  readonly kind: (Exercise | WriteExercise)['kind']
  readonly scenario: LessonId | AttackId
}
