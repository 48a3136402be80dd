import type { ReactNode } from 'react'

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"

interface DocumentProps {
  readonly title: string
  readonly description: string
  /** Where the styles are, from the page. */
  readonly styles: string
  /** The picture that stands for the lab in a tab. */
  readonly icon: string
  /** The page's own address, from the page or in full. */
  readonly canonical: string
  readonly links?: ReactNode
  readonly children: ReactNode
}

/** A page without a script: what is in its head, and the way back to the lab. */
export const Document = (props: DocumentProps) => {
  const { title, description, styles, icon, canonical, links, children } = props
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} · Handshake Lab`}</title>
        <meta name="description" content={description} />
        <meta property="og:site_name" content="Handshake Lab" />
        <meta property="og:type" content="article" />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <link rel="canonical" href={canonical} />
        {links}
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        <a className="skip" href="#content">
          To the content
        </a>
        <header className="top">
          <a href="../index.html">Handshake Lab</a>
          <nav aria-label="Pages">
            <a href="index.html">Every lesson and attack</a>
          </nav>
        </header>
        <main id="content">{children}</main>
        <footer>
          <p>
            Written by the lab’s own engine, from runs that it played when this page was built. No
            script runs here. The keys, passwords and tokens are teaching material and protect
            nothing.
          </p>
        </footer>
      </body>
    </html>
  )
}
