import type { Field, FieldPlace } from '../../engine/explain.ts'

/** What the parts in one place of a message are called together. */
const placeNames: Readonly<Record<Exclude<FieldPlace, 'start'>, string>> = {
  query: 'Query parameters',
  header: 'Headers',
  challenge: 'Challenge',
  form: 'Body, form parameters',
  json: 'Body, JSON members',
  html: 'Body, a page',
  'jwt-header': 'Token header',
  claim: 'Claims',
  signature: 'Signature',
  local: 'Contents',
  text: 'Body',
}

const startNames = { request: 'Request line', response: 'Status line', act: 'Act' } as const

/** Parts of a message that stand in one place of it. */
export interface FieldGroup {
  readonly where: FieldPlace
  readonly name: string
  readonly fields: readonly Field[]
}

/** Fields by their place, in the order in which the places first come. The empty line after the headers is no field to look at. */
export const groupsOf = (fields: readonly Field[], kind: keyof typeof startNames): FieldGroup[] => {
  const groups = new Map<FieldPlace, Field[]>()
  for (const field of fields) {
    if (field.place === 'text' && field.value === '') continue
    groups.set(field.place, [...(groups.get(field.place) ?? []), field])
  }
  return [...groups].map(([where, found]) => ({
    where,
    name: where === 'start' ? startNames[kind] : placeNames[where],
    fields: found,
  }))
}
