import type { BrowserCookie, BrowserView } from '../../engine/browser.ts'
import { shortened } from '../value/shortened.ts'
import { Value } from '../value/value.tsx'
import styles from './cookies.module.css'

interface CookiesProps {
  readonly view: BrowserView
  readonly onSelect: (place: number) => void
}

/** What the browser keeps: for the host in the address bar, and, in a line, for others; without a window, everything. */
export const Cookies = ({ view: { url, cookies }, onSelect }: CookiesProps) => {
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined
  const here = cookies.filter((one) => host === undefined || one.host === host)
  const hosts = cookies.filter((one) => !here.includes(one)).map((one) => one.host)
  const elsewhere = [...new Set(hosts)]
  return (
    <section className={styles['cookies']}>
      <h3 className={styles['heading']}>Cookies{host !== undefined && ` of ${host}`}</h3>
      {here.length === 0 && <p className={styles['none']}>None.</p>}
      <ul>
        {here.map((cookie) => (
          <CookieView
            key={`${cookie.host} ${cookie.name}`}
            cookie={cookie}
            ofHost={host === undefined}
            onSelect={onSelect}
          />
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <p className={styles['none']}>
          The browser keeps cookies of {elsewhere.join(' and ')} too, and sends them there only.
        </p>
      )}
    </section>
  )
}

const CookieView = ({
  cookie: { name, value, attributes, host, since, sentWith, kept },
  ofHost,
  onSelect,
}: {
  readonly cookie: BrowserCookie
  /** Whether its host has to be said. */
  readonly ofHost: boolean
  readonly onSelect: (place: number) => void
}) => (
  <li className={styles['cookie']} data-thrown={!kept || undefined}>
    <p className={styles['pair']}>
      <code className={styles['name']}>{name}</code>
      <code>
        <Value value={value} shown={shortened(value, 8, 4)} />
      </code>
    </p>
    <p className={styles['attributes']}>
      {attributes.map((one) => (
        <code key={one}>{one}</code>
      ))}
    </p>
    <p className={styles['when']}>
      {ofHost && `of ${host}, `}
      {kept ? 'set by ' : 'thrown away with '}
      <MessageLink id={since} onSelect={onSelect} />
      {sentWith.length > 0 && ', sent with '}
      {sentWith.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <MessageLink id={id} onSelect={onSelect} />
        </span>
      ))}
    </p>
  </li>
)

const MessageLink = ({
  id,
  onSelect,
}: {
  readonly id: number
  readonly onSelect: (place: number) => void
}) => (
  <button type="button" aria-label={`message ${id}`} onClick={() => onSelect(id)}>
    {id}
  </button>
)
