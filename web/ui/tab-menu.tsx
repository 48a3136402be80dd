import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from './icon.tsx'
import styles from './tabs.module.css'

interface TabMenuProps {
  readonly label: string
  /** What does not fit into the row, each with the key that opens it. */
  readonly items: readonly { readonly id: string; readonly name: string; readonly key: string }[]
  readonly onChoose: (id: string) => void
}

/** The way to the tabs that do not fit into their row. */
export const TabMenu = ({ label, items, onChoose }: TabMenuProps) => {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus()
  }, [open])

  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll('button') ?? [])]
    const here = all.findIndex((one) => one === document.activeElement)
    const to = {
      ArrowDown: (here + 1) % all.length,
      ArrowUp: (here + all.length - 1) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key]
    if (to !== undefined) all[to]?.focus()
    else if (event.key === 'Escape') close()
    // The arrows that move through the run rest here.
    else if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
  }
  return (
    <div
      className={styles['rest']}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={opener}
        type="button"
        className={styles['tab']}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        More <Icon name="more" />
      </button>
      {open && (
        <div
          ref={list}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className={styles['menu']}
          onKeyDown={onKeyDown}
        >
          {items.map(({ id, name, key }) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                setOpen(false)
                onChoose(id)
              }}
            >
              {name} <kbd aria-hidden="true">{key}</kbd>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
