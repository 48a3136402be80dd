import type { Ref } from './ref.ts'

type Characters<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? First | Characters<Rest>
  : never
type Plain = Characters<'abcdefghijklmnopqrstuvwxyz0123456789'>

/** A heading as ids write it: 'Security & Endpoint' is 'security-endpoint'. */
type Slug<
  Text extends string,
  Done extends string = '',
> = Text extends `${infer First}${infer Rest}`
  ? First extends Plain
    ? Slug<Rest, `${Done}${First}`>
    : Slug<Rest, Done extends '' | `${string}-` ? Done : `${Done}-`>
  : Done extends `${infer Trimmed}-`
    ? Trimmed
    : Done

/** Ids are literal types, so a misspelt one does not compile. */
type Sections<Date extends string, Page extends string, Name extends string> = Readonly<
  Record<`mcp-${Date}-${Page}-${Slug<Lowercase<Name>>}`, Ref>
>

const slug = (name: string) =>
  name
    .toLowerCase()
    .match(/[a-z0-9]+/g)!
    .join('-')

// As the site makes its anchors: `_` stays what it is, and so does `&`, which a URL has to encode.
const anchor = (name: string) =>
  encodeURIComponent(name.toLowerCase().replace(/[():]/g, '').replace(/[ .]/g, '-'))

// What MCP publishes beside its specification is not mistaken for it.
const papers: Readonly<Record<string, string>> = { security: 'MCP best practices' }

/** A page of the MCP specification, `*` being the date: answers what gives its sections ids, by dates and headings. */
export const page =
  <const Page extends string>(id: Page, topic: string, path: string) =>
  <const Date extends string, const Name extends string>(
    dates: readonly Date[],
    names: readonly Name[],
  ) =>
    Object.fromEntries(
      dates.flatMap((date) =>
        names.map((name): [string, Ref] => [
          `mcp-${date}-${id}-${slug(name)}`,
          {
            title: `MCP ${date} ${topic} - ${name}`,
            url: `https://modelcontextprotocol.io/${path.replace('*', date)}#${anchor(name)}`,
            short: `${papers[id] ?? 'MCP'} ${date} ${name}`,
          },
        ]),
      ),
    ) as Sections<Date, Page, Name>
