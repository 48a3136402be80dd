import { Parser } from 'htmlparser2'

/** A page with a hidden field of its form given another value, or taken away. */
export const withHiddenValue = (
  source: string,
  name: string,
  value: string | undefined,
): string => {
  let found: { start: number; end: number; attributes: Record<string, string> } | undefined
  let inForm = false
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (tag === 'form') inForm = true
      if (!inForm || tag !== 'input') return
      if (attributes['type'] === 'hidden' && attributes['name'] === name)
        found = { start: parser.startIndex, end: parser.endIndex + 1, attributes }
    },
  })
  parser.end(source)
  if (!found || found.attributes['value'] === value) return source
  const { start, end, attributes } = found
  const tag =
    value === undefined
      ? ''
      : `<input ${Object.entries({ ...attributes, value })
          .map(([key, one]) => `${key}="${escaped(one)}"`)
          .join(' ')}>`
  return source.slice(0, start) + tag + source.slice(end)
}

const escaped = (text: string): string =>
  text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`)
