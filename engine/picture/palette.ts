import type { Finding } from '../checks/check.ts'
import type { Channel, PartyId } from '../wire/message.ts'

/** The colours of a still picture: those of the page, which a test holds them to. */
export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly 'ink-soft': string
  readonly 'ink-faint': string
  readonly rule: string
  readonly 'rule-strong': string
  readonly mark: string
  readonly 'mark-wash': string
  readonly party: Readonly<Partial<Record<PartyId, string>>>
  readonly channel: Readonly<Record<Channel, string>>
  readonly verdict: Readonly<Record<Finding['verdict'], string>>
}

/** Ink on paper. */
const light: Palette = {
  paper: '#faf7f0',
  ink: '#1f1d1a',
  'ink-soft': '#57524a',
  'ink-faint': '#706a5f',
  rule: '#ddd6c8',
  'rule-strong': '#b3a994',
  mark: '#a83c16',
  'mark-wash': '#f6e4d8',
  party: {
    owner: '#765900',
    'user-agent': '#0d6572',
    vault: '#565a61',
    client: '#2b4aa3',
    'client-site': '#24679c',
    'authorization-server': '#762a79',
    'mcp-server': '#844617',
    'downstream-api': '#2f6450',
    attacker: '#b0231c',
  },
  channel: { front: '#0d6572', back: '#1f1d1a', local: '#706a5f' },
  verdict: { obeyed: '#27693b', broken: '#b0231c', forgotten: '#7d5200' },
}

/** Chalk on slate. */
const dark: Palette = {
  paper: '#1b2024',
  ink: '#ece7db',
  'ink-soft': '#bdb8ac',
  'ink-faint': '#9c978b',
  rule: '#363d43',
  'rule-strong': '#59626a',
  mark: '#f0936a',
  'mark-wash': '#3a2a22',
  party: {
    owner: '#e0bf5c',
    'user-agent': '#6cc5d2',
    vault: '#b0b6bf',
    client: '#9db4f5',
    'client-site': '#85c4ee',
    'authorization-server': '#dc9ae0',
    'mcp-server': '#e3a576',
    'downstream-api': '#86cbb0',
    attacker: '#ff9a90',
  },
  channel: { front: '#6cc5d2', back: '#ece7db', local: '#9c978b' },
  verdict: { obeyed: '#7fcb95', broken: '#ff9a90', forgotten: '#e5b45a' },
}

/** The two sets of colours a picture comes in. */
export const palettes = { light, dark } as const
export type PictureTheme = keyof typeof palettes

/** Fonts that are there without being fetched: a picture brings none along. */
export const FONTS = {
  prose: "'Literata Variable', Literata, Georgia, 'Times New Roman', 'DejaVu Serif', serif",
  mono: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
} as const
