import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { onHashChange } from '../ui/hash-location.ts'
import { Icon } from '../ui/icon.tsx'
import type { FoundGroup } from './find.ts'
import { Loading, Nothing, Start, Unloaded } from './nothing.tsx'
import { Results, rowsOf } from './results.tsx'
import { useFinder } from './use-finder.ts'
import styles from './dialog.module.css'

/** How many of a kind are shown before somebody asks for all of them. */
const FIRST = 4
/** More than this of one kind helps nobody. */
const MOST = 60

// A press beside the dialog closes it, too.
const CLOSED_BY_ANYTHING: object = { closedby: 'any' }

const shownOf = (groups: readonly FoundGroup[], open: ReadonlySet<string>): readonly FoundGroup[] =>
  groups.map((group) => ({
    ...group,
    found: group.found.slice(0, open.has(group.kind) || groups.length === 1 ? MOST : FIRST),
  }))

/** The search: a field, and below it what was found, by kind. Arrow keys go through it, Enter goes there. */
export const SearchDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [text, setText] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [chosen, choose] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const { finder, failed } = useFinder()
  const groups = useMemo(() => finder?.find(text) ?? [], [finder, text])
  const shown = useMemo(() => shownOf(groups, open), [groups, open])
  const count = groups.reduce((sum, group, at) => sum + rowsOf(group, shown[at]!), 0)
  const total = groups.reduce((sum, { found }) => sum + found.length, 0)
  const show = useCallback((element: HTMLDialogElement | null) => {
    dialog.current = element
    if (element && !element.open) element.showModal()
  }, [])
  // Wherever the reader goes from here, the search is done.
  useEffect(() => onHashChange(() => dialog.current?.close()), [])
  const ask = (wanted: string) => {
    setText(wanted)
    setOpen(new Set())
    choose(0)
  }
  const option = (index: number) => document.getElementById(`${list}-${index}`)
  const go = (index: number) => {
    choose(index)
    option(index)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + 6,
      PageUp: chosen - 6,
    }[event.key]
    if (to !== undefined && count > 0) {
      event.preventDefault()
      const step = event.key.startsWith('Arrow')
      go(step ? (to + count) % count : Math.max(0, Math.min(count - 1, to)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      option(chosen)?.click()
    }
  }
  return (
    <dialog
      ref={show}
      className={styles['dialog']}
      aria-label="Search"
      onClose={onClose}
      {...CLOSED_BY_ANYTHING}
    >
      <div className={styles['inner']}>
        <form method="dialog" className={styles['head']}>
          <label className={styles['field']}>
            <Icon name="search" />
            <input
              type="text"
              role="combobox"
              aria-label="Search the lab"
              aria-expanded={count > 0}
              aria-controls={list}
              aria-autocomplete="list"
              aria-activedescendant={count > 0 ? `${list}-${chosen}` : undefined}
              placeholder="A word, a parameter, a check, an RFC"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={100}
              value={text}
              onChange={({ currentTarget }) => ask(currentTarget.value)}
              onKeyDown={onKeyDown}
            />
          </label>
          <button className={styles['close']}>Close</button>
        </form>
        <p className="visually-hidden" aria-live="polite">
          {text.trim() !== '' && `${total} found`}
        </p>
        <div className={styles['body']}>
          {text.trim() === '' && <Start onAsk={ask} />}
          {failed && <Unloaded />}
          {text.trim() !== '' && !finder && !failed && <Loading />}
          {text.trim() !== '' && count === 0 && finder && (
            <Nothing text={text} alike={finder.alike(text)} onAsk={ask} />
          )}
          <Results
            id={list}
            asked={text}
            groups={groups}
            shown={shown}
            chosen={chosen}
            onPoint={choose}
            onGo={() => dialog.current?.close()}
            onMore={(kind) => setOpen(new Set([...open, kind]))}
          />
        </div>
        <p className={styles['keys']} aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> go there <kbd>Esc</kbd> close
        </p>
      </div>
    </dialog>
  )
}
