/** Text as it may stand in XML, in an element or in an attribute; what no XML may hold becomes a replacement character. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\uFFFD')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element of an SVG. Attributes are escaped here; children are markup already. */
export const element = (
  name: string,
  attributes: Attributes,
  ...children: readonly string[]
): string => {
  const inside = children.join('')
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${written(value)}"`],
  )
  return inside === ''
    ? `<${name}${given.join('')}/>`
    : `<${name}${given.join('')}>${inside}</${name}>`
}

/** A line of text at a point. */
export const line = (x: number, y: number, text: string, attributes: Attributes = {}): string =>
  element('text', { x, y, ...attributes }, escapeXml(text))

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escapeXml(value)
