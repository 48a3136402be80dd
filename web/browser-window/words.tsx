import styles from './page-shown.module.css'

const BULLET = '• '

/** The words of a page: paragraphs, and lists where the page has them. */
export const Words = ({ text }: { readonly text: readonly string[] }) =>
  blocksOf(text).map(({ key, list, lines }) =>
    list ? (
      <ul key={key} className={styles['items']}>
        {lines.map((line) => (
          <li key={line}>{line.slice(BULLET.length)}</li>
        ))}
      </ul>
    ) : (
      <p key={key}>{lines[0]}</p>
    ),
  )

const blocksOf = (text: readonly string[]) => {
  const blocks: { key: string; list: boolean; lines: string[] }[] = []
  for (const [index, line] of text.entries()) {
    const list = line.startsWith(BULLET)
    const last = blocks.at(-1)
    if (list && last?.list) last.lines.push(line)
    else blocks.push({ key: `${index} ${line}`, list, lines: [line] })
  }
  return blocks
}
