/** The first text in the result of a tool. */
export const toolText = (result: Readonly<Record<string, unknown>>): string => {
  const content = result['content']
  const first: unknown = Array.isArray(content) ? content[0] : undefined
  return String(Object(first)['text'] ?? '')
}
