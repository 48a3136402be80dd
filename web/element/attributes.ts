import { joined } from './markup.ts'
import { embedParameters, themes, type Theme } from './options.ts'

/** The attributes that hold a text, each also a property of the element. */
export const reflected = [
  'scenario',
  'step',
  'forget',
  'revision',
  'registration',
  'variant',
  'seed',
  'view',
  'theme',
  'src',
  'do',
  'height',
  'label',
] as const

/** The attributes that are on or off, and what they are where they are not set. */
export const switches = { controls: true, autoplay: false, checks: false, poster: false } as const
export type Switch = keyof typeof switches

/** Every attribute that the element listens to. */
export const observed: readonly string[] = [...reflected, ...Object.keys(switches)]

/** What any element may have, and what frameworks write on it. */
const GENERAL =
  /^(id|class|style|title|slot|hidden|lang|dir|tabindex|role|is|part|inert|translate|(data|aria|ng|v|x)-.*|(on|_).*|.*[:@.].*)$/

/** The attributes that no element has, nor this one. */
export const strangersOf = (element: Element): readonly string[] =>
  element.getAttributeNames().filter((name) => !observed.includes(name) && !GENERAL.test(name))

/** Whether an attribute is on: it may stand alone, or say so. */
export const isOn = (element: Element, name: Switch): boolean => {
  const value = element.getAttribute(name)
  return value === null ? switches[name] : !['off', 'false', '0'].includes(value)
}

/**
 * What the attributes of an element ask of an embed, as its address has it. They go there as they are written: the embed reads
 * them, and says in its own place which it could not.
 */
export const queryOf = (element: Element, theme: Theme): string => {
  const said = element.getAttribute('theme')
  const isTheme = said === null || themes.some((one) => one === said)
  return joined(
    embedParameters.map((name) => [
      name,
      name === 'theme' && isTheme ? theme : (element.getAttribute(name) ?? undefined),
    ]),
  )
}
