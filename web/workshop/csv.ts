/** A table as CSV: commas, CRLF after each row, quotes where a cell needs them. The format is that of RFC 4180 §2. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

const cell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/**
 * A text from outside as a cell that no spreadsheet takes for a formula: where its first letter would begin one, an apostrophe
 * stands before it.
 */
export const asText = (text: string): string =>
  /^\s*[=+\-@\t\r|%＝＋－＠]/u.test(text) ? `'${text}` : text
