/** Longer is no name, of a person or a team. */
export const LONGEST_NAME = 60

// Controls, marks that turn the direction of text, and letters that nobody sees: in a table they would stand for somebody else.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

/** A text from outside as one line that shows all that is in it; the rest was taken away. */
export const visible = (text: string, longest = LONGEST_NAME): string =>
  [
    ...text
      .slice(0, 4 * longest)
      .normalize('NFC')
      .replace(/\s+/gu, ' ')
      .replace(UNSEEN, ''),
  ]
    .slice(0, longest)
    .join('')
    .replace(/ +/g, ' ')
    .trim()

/** Whether a text is one line as it should be, so that nothing is taken away from it. */
export const isVisible = (text: string, longest = LONGEST_NAME): boolean =>
  text !== '' && visible(text, longest) === text

/** What a problem quotes of a text from outside. */
export const quoted = (text: string): string => {
  const shown = visible(text, 40)
  return `“${shown}${text.length > shown.length ? '…' : ''}”`
}

/** What exercises, scenarios and courses are called in codes and links. */
export const isId = (text: string): boolean =>
  text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
