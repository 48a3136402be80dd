// The story that the start page plays, alone: whoever loads it loads no other.

/** Loads the first lesson. */
export const loadFirst = () => import('./lessons/first-contact.ts').then((it) => it.firstContact)
