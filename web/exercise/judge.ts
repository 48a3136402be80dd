import { judgeWritten, type Verdict, type WriteExercise } from '../../engine/written.ts'
import { onShelf } from '../../scenarios/shelf.ts'
import { openSandbox, type Sandbox } from './sandbox.ts'

/** Who wants to hear how far judging is; the sandbox comes with it, so that it can be ended. */
export interface Hearing {
  began(sandbox: Sandbox): void
  heard(done: number, total: number): void
}

/** Has a check read in the sandbox, and makes it in every run of its exercise. */
export const judgeInSandbox = async (
  exercise: WriteExercise,
  source: string,
  { began, heard }: Hearing,
): Promise<Verdict> => {
  const sandbox = await openSandbox(source)
  if ('is' in sandbox) return { solved: false, sentence: sandbox.sentence, because: '', runs: [] }
  began(sandbox)
  try {
    return await judgeWritten(exercise, {
      scenarioWithId: (id) => onShelf(id)?.load(),
      ask: sandbox.ask,
      heard,
    })
  } finally {
    sandbox.end()
  }
}
