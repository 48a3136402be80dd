/** Colours and weights that a terminal knows. */
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const
export type Paint = (style: keyof typeof CODES, text: string) => string

/** Paints text for a terminal, and leaves it as it is for anything else. */
export const painter =
  (coloured: boolean): Paint =>
  (style, text) =>
    coloured ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text
