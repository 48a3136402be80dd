// Exercises in which a check is written. A public face of the engine: the page loads it when somebody does one.
export { judgeWritten, valuesInWords, type Judging } from './exercise/judge-written.ts'
export { writableCheck, type Writable } from './exercise/writable.ts'
export type { ShownRun, Verdict } from './exercise/contract.ts'
export type { Ask, Said, WriteExercise, WrittenRun } from './exercise/write.ts'
