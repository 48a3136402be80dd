// The face of the engine for whoever follows one value through a log. The page loads it when a value is first looked at.
export { answerFor, type Answer, type CheckOnValue } from './values-answer.ts'
export { valueToFollow } from './values-carried.ts'
export {
  howWords,
  litIn,
  valuesOf,
  type How,
  type LitValue,
  type Mark,
  type Occurrence,
  type ValueIndex,
} from './values-index.ts'
export { excused } from './attack/excused.ts'
export { workingOf, type WorkingKind } from './workings-input.ts'
