/** A value that can still be told from others, and takes little room: its beginning and its end. */
export const shortened = (value: string, head = 14, tail = 6): string =>
  value.length <= head + tail + 1 ? value : `${value.slice(0, head)}…${value.slice(-tail)}`
