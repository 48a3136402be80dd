import type { Draft } from './message.ts'
import { withField } from './one-field.ts'
import { readRaw } from './raw.ts'

/** What rewrites a message: another value for one of its fields, a field taken away, or another text altogether. */
export type Rewriting =
  | { readonly kind: 'field'; readonly path: string; readonly value: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'raw'; readonly text: string }

/** A message rewritten; what it does not have leaves it as it was. */
export const rewrite = (draft: Draft, one: Rewriting): Draft => {
  switch (one.kind) {
    case 'field':
      return withField(draft, one.path, one.value)
    case 'remove':
      return withField(draft, one.path, undefined)
    case 'raw':
      return readRaw(one.text, draft).draft
  }
}
