import { createHash } from 'node:crypto'
import { parse, type DefaultTreeAdapterMap } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

/** The strictest policy a page can live with: nothing but its own, and of scripts inside it those that it came with. */
export const strictPolicy = (
  html: string,
  ...more: readonly Readonly<Record<string, string>>[]
): string => {
  const policy: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...inlineScripts(parse(html)).map(hashOf)],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
  }
  for (const [directive, source] of more.flatMap((one) => Object.entries(one)))
    policy[directive] = [...(policy[directive] ?? []), source]
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ')
}

const hashOf = (script: string) =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/** The scripts that stand in a page itself; data in a script tag is none. */
const inlineScripts = (node: Node): readonly string[] => {
  const inside = 'childNodes' in node ? node.childNodes : []
  if (node.nodeName !== 'script' || !('attrs' in node)) return inside.flatMap(inlineScripts)
  const given = new Map(node.attrs.map(({ name, value }) => [name, value]))
  const runs = ['', 'module', 'text/javascript'].includes(given.get('type') ?? '')
  if (given.has('src') || !runs) return []
  return [inside.map((text) => ('value' in text ? text.value : '')).join('')]
}
