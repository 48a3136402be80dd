import styles from './long-value.module.css'

/** A long value as it can be read: a URL by its parts, a line each; what is drawn at random, or encoded, in groups of four. What is copied out of it is the value, without a gap. */
export const LongValue = ({ text }: { readonly text: string }) => (
  <code className={styles['long']}>
    {linesOf(text).map(({ key, line }) => (
      <span key={key} className={styles['line']}>
        {isOpaque(line)
          ? groupsOf(line).map(({ key, text }) => (
              <span key={key} className={styles['group']}>
                {text}
              </span>
            ))
          : line}
      </span>
    ))}
  </code>
)

const MOST = 4_000

const linesOf = (text: string): { key: string; line: string }[] => {
  const isUrl = /^[a-z][a-z\d+.-]*:\/\/\S*\?/i.test(text)
  const isToken = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)
  // The sign that begins or ends a line stays with it.
  const lines = isUrl ? text.split(/(?=[?&])/) : isToken ? text.split(/(?<=\.)/) : [text]
  return lines.map((line, index) => ({ key: `${index} ${line}`, line }))
}

const isOpaque = (line: string): boolean =>
  line.length <= MOST && /^[\w+/=~-]{20,}\.?$/.test(line) && /\d|[a-z][A-Z]/.test(line)

const groupsOf = (line: string) =>
  (line.match(/.{1,4}/g) ?? []).map((text, index) => ({ key: `${index} ${text}`, text }))
