// The second public face of the engine: what the lab says about the parts of a message. It is mostly text, so the page loads
// it when a message is first opened.
export { fieldsOf, type Field, type FieldPlace } from './wire/fields.ts'
export type { FieldNote } from './wire/field-notes.ts'
export { meaningOf } from './wire/meaning.ts'
export { originalOf, refusalSince, type Refusal } from './aftermath.ts'
export { foresee, remarksOn, type Foresight } from './remarks.ts'
