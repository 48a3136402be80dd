import { Parser } from 'htmlparser2'

/** A button of a form: what it sends, and what it says. */
export interface Button {
  readonly name: string
  readonly value: string
  readonly label: string
}

/** A form as a browser sees it. */
export interface Form {
  readonly method: string
  readonly action: string
  /** Hidden fields, with their values. */
  readonly hidden: Readonly<Record<string, string>>
  /** Fields for the owner to fill in: name and type. */
  readonly fields: readonly { readonly name: string; readonly type: string }[]
  readonly buttons: readonly Button[]
}

/** What a browser makes of an HTML document: its words in order, and its first form. */
export interface Page {
  readonly title: string
  readonly text: readonly string[]
  readonly form: Form | undefined
}

const BLOCKS = new Set(['h1', 'h2', 'p', 'li', 'label', 'div'])

/** Reads an HTML document. Text stays text: nothing in it is ever run. */
export const readPage = (source: string): Page => {
  let title = ''
  let inTitle = false
  let block: string | undefined
  const text: string[] = []
  let form:
    | (Omit<Form, 'hidden' | 'fields' | 'buttons'> & {
        hidden: Record<string, string>
        fields: { name: string; type: string }[]
        buttons: { name: string; value: string; label: string }[]
      })
    | undefined
  let button: { name: string; value: string; label: string } | undefined

  const parser = new Parser(
    {
      onopentag: (tag, written) => {
        const attributes = Object.fromEntries(
          Object.entries(written).map(([name, value]) => [name, withCharacters(value)]),
        )
        if (tag === 'title') inTitle = true
        if (BLOCKS.has(tag)) block = ''
        if (tag === 'form')
          form ??= {
            method: (attributes['method'] ?? 'get').toUpperCase(),
            action: attributes['action'] ?? '',
            hidden: {},
            fields: [],
            buttons: [],
          }
        const name = attributes['name'] ?? ''
        if (form && tag === 'input' && name !== '') {
          if (attributes['type'] === 'hidden') form.hidden[name] = attributes['value'] ?? ''
          else form.fields.push({ name, type: attributes['type'] ?? 'text' })
        }
        if (form && tag === 'button') {
          button = { name, value: attributes['value'] ?? '', label: '' }
          form.buttons.push(button)
        }
      },
      ontext: (written) => {
        const piece = withCharacters(written)
        if (inTitle) title += piece
        else if (button) button.label += piece
        else if (block !== undefined) block += piece
      },
      onclosetag: (tag) => {
        if (tag === 'title') inTitle = false
        if (tag === 'button') button = undefined
        if (BLOCKS.has(tag) && block !== undefined) {
          const words = block.replace(/\s+/g, ' ').trim()
          // As a screen shows it: an item of a list has its bullet.
          if (words !== '') text.push(tag === 'li' ? `• ${words}` : words)
          block = undefined
        }
      },
    },
    { decodeEntities: false },
  )
  parser.end(source)
  return { title: title.trim(), text, form }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi

// The characters that pages here are written with. The other two thousand names that HTML has would be 14 kB to load.
const withCharacters = (text: string): string =>
  text.replace(REFERENCE, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? all
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : '\uFFFD'
  })
