import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language'
import { EditorState, type TransactionSpec } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** What an editor is made with. */
export interface EditorSettings {
  readonly text: string
  /** What it is, for those who hear it. */
  readonly label: string
  /** The most characters it takes. */
  readonly longest: number
  onChange(text: string): void
  /** Hears how long a text would have been that was not taken. */
  onRefused(length: number): void
}

/** An editor on the page. */
export interface Editor {
  /** Puts another text into it; the keys that undo bring the old one back. */
  show(text: string): void
  end(): void
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--party-client)' },
  { tag: [tags.string, tags.regexp], color: 'var(--verdict-obeyed)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--party-mcp-server)' },
  { tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
  { tag: tags.function(tags.variableName), color: 'var(--party-authorization-server)' },
])

const look = EditorView.theme({
  '&': { backgroundColor: 'var(--paper-raised)', color: 'var(--ink)', fontSize: 'var(--size-2)' },
  '&.cm-focused': { outline: 'var(--line) solid var(--mark)', outlineOffset: '-2px' },
  '.cm-content': { fontFamily: 'var(--mono)', minHeight: '9em', caretColor: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-gutters': {
    backgroundColor: 'var(--paper-sunk)',
    color: 'var(--ink-faint)',
    borderRight: 'var(--hair) solid var(--rule)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--lit)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--mark-wash)' },
})

// Where a browser itself writes over what is selected, it makes styles for it, which the content policy refuses.
const writesOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { data, inputType } = event
    if (inputType !== 'insertText' || data === null || view.state.readOnly) return false
    if (view.state.selection.main.empty && !data.includes('\n')) return false
    event.preventDefault()
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type' })
    return true
  },
})

const keepLetters = (event: Event) => {
  const { ctrlKey, metaKey } = event as KeyboardEvent
  if (!ctrlKey && !metaKey) event.stopPropagation()
}

/**
 * Puts an editor for JavaScript into an element. It stands in a shadow root, because there a browser takes its styles
 * without any that the content policy would have to allow.
 */
export const openEditor = (
  host: HTMLElement,
  { text, label, longest, onChange, onRefused }: EditorSettings,
): Editor => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  // From outside, what is typed in a shadow root does not look typed: the page would take it for its own keys.
  root.addEventListener('keydown', keepLetters)
  const notTooLong = EditorState.transactionFilter.of((change): TransactionSpec | [] => {
    if (!change.docChanged || change.newDoc.length <= longest) return change
    const { length } = change.newDoc
    queueMicrotask(() => onRefused(length))
    return []
  })
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        javascript(),
        syntaxHighlighting(colours),
        // Escape, and then Tab, moves on: the editor has that by itself.
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString())
        }),
        writesOver,
        notTooLong,
        look,
      ],
    }),
  })
  return {
    show: (wanted) => {
      const { length } = view.state.doc
      if (view.state.doc.toString() !== wanted)
        view.dispatch({
          changes: { from: 0, to: length, insert: wanted },
          annotations: isolateHistory.of('full'),
        })
    },
    end: () => view.destroy(),
  }
}
