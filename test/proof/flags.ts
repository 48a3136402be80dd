import { isRevision, revisions, type Revision } from '../../engine/index.ts'
import { nearTo } from '../../engine/serve/near.ts'

/** What the command line asks to be proved, and how to print it. */
export interface Flags {
  /** The revisions to prove; undefined: each attack in its own. */
  readonly revisions: readonly Revision[] | undefined
  /** The attacks to prove, by their ids; undefined: all. */
  readonly attacks: readonly string[] | undefined
  readonly json: boolean
  readonly help: boolean
}

const says = {
  '--attack SLUG': 'proves this attack alone; may be repeated',
  '--revision DATE': 'proves in this revision of MCP; if not given, each attack in its own',
  '--all-revisions': 'proves in every revision in which an attack is told',
  '--json': 'prints every run as JSON',
  '--help': 'shows this',
} as const

const names = Object.keys(says).map((flag) => flag.split(' ')[0]!)
const valued = ['--attack', '--revision']

/** What `--help` prints. */
export const helpText = (): string => {
  const rows = Object.entries(says).map(([flag, text]) => `  ${flag.padEnd(16)}  ${text}`)
  return [
    'usage: npm run proof -- [FLAGS]',
    '',
    'Plays every attack with its checks forgotten, and with each of them remembered alone.',
    'Ends with 1 where a run does not end as the attack says.',
    '',
    ...rows,
    '',
  ].join('\n')
}

/** Reads a command line; answers what is wrong with it, in one sentence, where something is. `slugs`: the attacks there are. */
export const readFlags = (
  args: readonly string[],
  slugs: readonly string[],
): { readonly flags: Flags } | { readonly problem: string } => {
  const given = new Map<string, string[]>()
  const words = args.flatMap((word) => (/^--[^=]+=/.test(word) ? halves(word) : [word]))
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith('--')) return { problem: `“${word}” is no flag: flags begin with --.` }
    if (!names.includes(word)) return { problem: noSuch('flag', word, names) }
    const value = valued.includes(word) ? words.shift() : ''
    if (value === undefined || value.startsWith('--'))
      return { problem: `${word} needs a value: ${usageOf(word)}.` }
    given.set(word, [...(given.get(word) ?? []), value])
  }
  const attacks = given.get('--attack')
  const dates = given.get('--revision')
  for (const slug of attacks ?? [])
    if (!slugs.includes(slug)) return { problem: noSuch('attack', slug, slugs) }
  for (const date of dates ?? [])
    if (!isRevision(date)) return { problem: noSuch('revision', date, revisions) }
  if (dates && given.has('--all-revisions'))
    return { problem: '--revision and --all-revisions do not go together.' }
  return {
    flags: {
      attacks,
      revisions: given.has('--all-revisions') ? revisions : dates?.filter(isRevision),
      json: given.has('--json'),
      help: given.has('--help'),
    },
  }
}

const halves = (word: string): string[] => {
  const at = word.indexOf('=')
  return [word.slice(0, at), word.slice(at + 1)]
}

const usageOf = (name: string) => Object.keys(says).find((flag) => flag.startsWith(`${name} `))

const noSuch = (what: string, written: string, words: readonly string[]): string => {
  const [near] = nearTo(written, words)
  const all = words.join(', ')
  return `There is no ${what} ${written}. ${near ? `Did you mean ${near}?` : `There are ${all}.`}`
}
