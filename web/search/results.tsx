import type { MouseEvent } from 'react'
import type { Entry } from './entries.ts'
import type { Found, FoundGroup } from './find.ts'
import { piecesOf } from './pieces.ts'
import styles from './results.module.css'

interface ResultsProps {
  readonly id: string
  readonly asked: string
  /** Everything that was found. */
  readonly groups: readonly FoundGroup[]
  /** What of it is shown. */
  readonly shown: readonly FoundGroup[]
  /** The one that Enter goes to, counted through all groups. */
  readonly chosen: number
  readonly onPoint: (index: number) => void
  readonly onGo: () => void
  readonly onMore: (kind: string) => void
}

/** How many rows a group has: what is shown of it, and the way to the rest. */
export const rowsOf = (group: FoundGroup, shown: FoundGroup): number =>
  shown.found.length + (group.found.length > shown.found.length ? 1 : 0)

/** What was found, by kind. */
export const Results = ({ id, asked, groups, shown, ...given }: ResultsProps) => {
  const rows = groups.map((group, at) => rowsOf(group, shown[at]!))
  const starts = rows.map((_, at) => rows.slice(0, at).reduce((sum, one) => sum + one, 0))
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot show links
      role="listbox"
      aria-label="Found"
      className={styles['list']}
      hidden={shown.length === 0}
    >
      {shown.map((group, at) => (
        <Group
          key={group.kind}
          id={id}
          asked={asked}
          group={group}
          of={groups[at]?.found.length ?? 0}
          start={starts[at]!}
          {...given}
        />
      ))}
    </div>
  )
}

const Group = ({
  id,
  asked,
  group: { kind, name, found },
  of,
  start,
  chosen,
  onPoint,
  onGo,
  onMore,
}: Omit<ResultsProps, 'groups' | 'shown'> & {
  readonly group: FoundGroup
  readonly of: number
  /** The number of its first row. */
  readonly start: number
}) => {
  const row = (index: number) => ({
    id: `${id}-${start + index}`,
    chosen: chosen === start + index,
    onPoint: () => onPoint(start + index),
  })
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
    <div role="group" aria-labelledby={`${id}-${kind}`} className={styles['group']}>
      <div id={`${id}-${kind}`} className={styles['kind']} role="presentation">
        {name}
      </div>
      {found.map((one, index) => (
        <Option key={one.entry.id} asked={asked} found={one} onGo={onGo} {...row(index)} />
      ))}
      {of > found.length && (
        <More of={of} kind={name} onMore={() => onMore(kind)} {...row(found.length)} />
      )}
    </div>
  )
}

const More = ({
  id,
  kind,
  of,
  chosen,
  onPoint,
  onMore,
}: Pick<OptionProps, 'id' | 'chosen' | 'onPoint'> & {
  readonly kind: string
  readonly of: number
  readonly onMore: () => void
}) => (
  <button
    type="button"
    id={id}
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as below
    role="option"
    aria-selected={chosen}
    tabIndex={-1}
    className={styles['more']}
    onPointerMove={chosen ? undefined : onPoint}
    onClick={onMore}
  >
    All {of}
    <span className="visually-hidden"> {kind}</span>
  </button>
)

interface OptionProps {
  readonly id: string
  readonly asked: string
  readonly found: Found
  readonly chosen: boolean
  readonly onPoint: () => void
  readonly onGo: () => void
}

const Option = ({ id, asked, found: { entry, words }, chosen, onPoint, onGo }: OptionProps) => {
  const outside = !entry.href.startsWith('#')
  const onClick = ({ ctrlKey, metaKey, shiftKey }: MouseEvent) => {
    if (!ctrlKey && !metaKey && !shiftKey) onGo()
  }
  return (
    <a
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={styles['option']}
      href={entry.href}
      {...(outside && { target: '_blank', rel: 'noreferrer' })}
      onPointerMove={chosen ? undefined : onPoint}
      onClick={onClick}
    >
      <span className={styles['name']} data-code={entry.code || undefined}>
        <Marked text={entry.name} words={words} asked={asked} />
      </span>
      <Leads entry={entry} outside={outside} />
      <span className={styles['says']}>
        <Marked text={entry.says} words={words} asked={asked} />
      </span>
    </a>
  )
}

const Leads = ({ entry, outside }: { readonly entry: Entry; readonly outside: boolean }) =>
  entry.leads === '' ? null : (
    <span className={styles['leads']}>
      {entry.leads}
      {outside && <span aria-label=", in a new tab"> ↗</span>}
    </span>
  )

const Marked = ({
  text,
  words,
  asked,
}: {
  readonly text: string
  readonly words: readonly string[]
  readonly asked: string
}) =>
  piecesOf(text, words, asked).map((piece, index) =>
    piece.meant ? <mark key={index}>{piece.text}</mark> : piece.text,
  )
