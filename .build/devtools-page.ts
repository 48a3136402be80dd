import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { singleFileMode } from './single-file.ts'

const page = 'devtools.html'

/**
 * Builds the lab's page a second time as `devtools.html`, the only one whose content policy lets requests go to the lab's
 * own hosts: there a service worker answers for them, and they show in the browser's developer tools. Everywhere else
 * nothing may be asked outside the page's own origin, not even a host that does not exist.
 */
export const devToolsPage = (): Plugin => {
  let root = ''
  let folder = ''
  let building = false
  return {
    name: 'devtools-page',
    apply: (_, { mode }) => mode !== singleFileMode,
    // The last to touch the page: it is a copy of what the others have made of it.
    enforce: 'post',
    configResolved: (config) => {
      root = config.root
      folder = resolve(root, config.build.outDir)
      building = config.command === 'build'
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        // A server that is closed, as after tests, has built nothing to copy.
        if (!building) return
        const built = await readFile(join(folder, 'index.html'), 'utf8')
        await writeFile(join(folder, page), withOpenPolicy(built))
      },
    },
    configureServer: (server) => () => {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost')
        if (pathname !== `/${page}`) return next()
        readFile(join(root, 'index.html'), 'utf8')
          .then((html) => server.transformIndexHtml('/index.html', html))
          .then((html) => {
            response.setHeader('Content-Type', 'text/html')
            response.end(withOpenPolicy(html))
          }, next)
      })
    },
  }
}

const withOpenPolicy = (html: string): string => {
  const open = html
    .replace("connect-src 'self'", "connect-src 'self' https://*.example")
    // The library that registers the service worker knows no Trusted Types.
    .replace('trusted-types handshake-lab', 'trusted-types handshake-lab default')
  for (const part of ['https://*.example', 'handshake-lab default'])
    if (!open.includes(part)) throw new Error(`the policy of index.html has no place for ${part}`)
  return open
}
