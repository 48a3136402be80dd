import { Value } from '../value/value.tsx'
import styles from './browser-window.module.css'

/** Where the browser is. The host says who is asking; what follows the path can be opened. */
export const AddressBar = ({ url }: { readonly url: string | undefined }) => {
  const address = url === undefined ? undefined : partsOf(url)
  if (!address)
    return <p className={styles['address']}>{url === undefined || url === '' ? ' ' : url}</p>
  const { scheme, host, path, query, parameters } = address
  const line = (
    <span className={styles['url']}>
      <span className={styles['faint']}>{`${scheme}//`}</span>
      <b className={styles['host']}>{host}</b>
      {path}
      {query !== '' && <span className={styles['faint']}>{query}</span>}
    </span>
  )
  if (parameters.length === 0) return <p className={styles['address']}>{line}</p>
  const count = `${parameters.length} parameter${parameters.length === 1 ? '' : 's'}`
  return (
    <details className={styles['opened']}>
      <summary className={styles['address']}>
        {line}
        <span className={styles['count']}>{count}</span>
      </summary>
      <dl className={styles['parameters']}>
        {parameters.map(({ key, name, value }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const partsOf = (text: string) => {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return {
    scheme: url.protocol,
    host: url.host,
    path: url.pathname,
    query: url.search,
    parameters: [...url.searchParams].map(([name, value], index) => ({
      key: `${index} ${name}`,
      name,
      value,
    })),
  }
}
