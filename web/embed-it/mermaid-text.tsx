import { use } from 'react'
import { exportsLoaded, shownRun, type Chosen } from './shown-run.ts'
import { Text } from './text.tsx'
import type { Played } from './use-played.ts'
import styles from './snippet.module.css'

/** The run as the text that Mermaid draws, as Markdown has it. */
export const MermaidText = ({
  played,
  ...run
}: Chosen & { readonly played: Played | undefined }) => {
  const { mermaidOf } = use(exportsLoaded())
  if (!played) return <p className={styles['about']}>One moment …</p>
  const text = mermaidOf({ ...shownRun(run, played), title: run.scenario.title })
  return <Text name="Mermaid">{`\`\`\`mermaid\n${text}\`\`\``}</Text>
}
