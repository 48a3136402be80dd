import { mediaType } from './headers.ts'
import type { Json, WireMessage } from './message.ts'
import { readPage } from './page.ts'

/** A page as somebody sees it who looks at the screen: words, names of fields, labels of buttons. */
export interface ShownPage {
  readonly title: string
  readonly text: readonly string[]
  readonly fields: readonly string[]
  readonly buttons: readonly string[]
}

/** The page that a message carries or shows, when it does. */
export const pageIn = (message: WireMessage): ShownPage | undefined => {
  if (message.kind === 'response' && mediaType(message.response.headers) === 'text/html') {
    const { title, text, form } = readPage(message.response.body)
    return withoutLabels({
      title,
      text,
      fields: form?.fields.map(({ name }) => name) ?? [],
      buttons: form?.buttons.map(({ label }) => label) ?? [],
    })
  }
  if (message.name !== 'show-page' || message.kind !== 'act') return undefined
  const { title, text, fields, buttons } = message.local.content
  return withoutLabels({
    title: typeof title === 'string' ? title : '',
    text: texts(text),
    fields: texts(fields),
    buttons: texts(buttons),
  })
}

const texts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

// A page repeats its title as its heading, and a field's label stands beside the field.
const withoutLabels = (page: ShownPage): ShownPage => {
  const said = page.text[0] === page.title ? page.text.slice(1) : page.text
  return { ...page, text: said.slice(0, said.length - page.fields.length), fields: labelsOf(page) }
}

const labelsOf = ({ text, fields }: ShownPage): readonly string[] =>
  fields.length === 0 ? [] : text.slice(-fields.length)
