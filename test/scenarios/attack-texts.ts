import { toldBy, type Revision, type Run, type Ending } from '../../engine/index.ts'
import { revisionsOf, tellingsOf, variantOf } from '../../engine/proof.ts'
import type { Attack } from '../../engine/scenario.ts'
import { finished, toldAlong, type ToldBeat } from './played.ts'

/** One telling of an attack as its story tells it. */
export interface ToldAttack {
  readonly name: string
  readonly revision: Revision
  readonly variant: string | undefined
  readonly run: Run
  readonly ending: Ending
  readonly told: readonly ToldBeat[]
}

/** An attack in each of its tellings, with what the variants have otherwise. */
export const versionsOf = (attack: Attack): readonly Attack[] =>
  tellingsOf(attack).map((variant) => variantOf(attack, variant).scenario as Attack)

/** Plays every telling of an attack in every revision in which it is told. */
export const playedAsTold = (attack: Attack): Promise<ToldAttack[]> =>
  Promise.all(
    tellingsOf(attack).flatMap((variant) =>
      revisionsOf(attack).map(async (revision) => {
        const { forget } = toldBy(attack, variant)
        const { run, ending } = await finished({ scenario: attack, variant, revision, forget })
        const name = `${variant ?? 'plain'}, ${revision}`
        return { name, revision, variant, run, ending, told: toldAlong(run, attack) }
      }),
    ),
  )

/** Everything that is told along the log. */
export const storyTexts = ({ opening, beats, phases }: Attack): readonly string[] => [
  opening,
  ...beats.map(({ text }) => text),
  ...Object.values(phases),
]

/** Why each check stops it, and why each decoy does not. */
export const reasonsIn = (attack: Attack): readonly string[] => [
  ...new Set(
    versionsOf(attack)
      .flatMap(({ stops, decoys }) => [...stops, ...decoys])
      .map(({ because }) => because),
  ),
]

/** Everything a reader gets to see of an attack, but for what happened to real software. */
export const allTexts = (attack: Attack): readonly string[] => [
  attack.title,
  attack.summary,
  ...storyTexts(attack),
  attack.question.asks,
  ...attack.question.choices.flatMap(({ says, because }) => [says, because]),
  attack.endings.careless,
  attack.endings.careful,
  ...attack.hints,
  ...reasonsIn(attack),
  ...versionsOf(attack).flatMap(({ decoys }) => decoys.map(({ name }) => name)),
  ...Object.values(attack.variants ?? {}).flatMap(({ title, says }) => [title, says]),
]

/** Every string in plain data. */
export const stringsIn = (data: unknown): readonly string[] => {
  if (typeof data === 'string') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsIn) : []
}

const OURS = /(^|\.)example$|^127\.0\.0\.1$|^\[::1\]$|^localhost$/

/** The hosts in a text’s URLs that are neither reserved for examples nor this machine. */
export const foreignHostsIn = (text: string): string[] =>
  [...text.matchAll(/\b[a-z][a-z0-9+.-]*:\/\/([^/?#"'`\s\\)<>~,;]*)/gi)]
    .map(([, authority]) => authority!.replace(/^.*@/, '').replace(/(:\d*|\.)$/, ''))
    .filter((host) => !OURS.test(host))
