/** The members of a JSON object as they stand in its text: each slice, joined, gives the text back. Undefined when the text is no JSON object, or one without members. */
export const jsonMembers = (
  text: string,
): { readonly name: string; readonly value: unknown; readonly raw: string }[] | undefined => {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const names = [...namesIn(text)]
  // With no member there is no slice, and with a name that comes twice the slices would not be the members.
  if (names.length === 0 || names.length !== Object.keys(value).length) return undefined
  return names.map(({ name, end }, index) => ({
    name,
    value: (value as Record<string, unknown>)[name],
    raw: text.slice(names[index - 1]?.end ?? 0, index === names.length - 1 ? text.length : end),
  }))
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// Walks valid JSON once; a member ends at the comma after it.
function* namesIn(text: string): Generator<{ name: string; end: number }> {
  let depth = 0
  let name: string | undefined
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '"') {
      const start = at
      do at += text[at] === '\\' ? 2 : 1
      while (text[at] !== '"')
      if (depth === 1 && name === undefined) name = JSON.parse(text.slice(start, at + 1)) as string
    } else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    if (name !== undefined && ((depth === 1 && character === ',') || depth === 0)) {
      yield { name, end: at + 1 }
      name = undefined
    }
  }
}
