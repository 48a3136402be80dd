import type { Answer, Exercise } from '../../engine/exercise/index.ts'
import { checkWithId } from '../../engine/index.ts'

/** What an answer says, one line for each part of it. */
export const answerLines = (exercise: Exercise, answer: Answer): readonly string[] => {
  if (answer.kind === 'find') return [checkLine(answer.check ?? '')]
  if (answer.kind === 'fix') return answer.remember.map((check) => `Switch on ${checkLine(check)}`)
  if (answer.kind === 'bet' && exercise.kind === 'bet')
    return exercise.options.filter(({ id }) => id === answer.says).map(({ says }) => says)
  if (answer.kind === 'break' && exercise.kind === 'break')
    return answer.moves.flatMap((id) => exercise.menu.find((move) => move.id === id)?.says ?? [])
  return []
}

/** A check as a line: its id, and what it asks. */
export const checkLine = (check: string): string => {
  const says = checkWithId(check)?.says
  return says === undefined ? `\`${check}\`` : `\`${check}\`: ${says}`
}
