// `npm start`: installs what is missing, builds the lab and serves it on this machine only.
import { spawn } from 'node:child_process'
import { installDependencies, requireNode, root } from '../test/setup/install.mjs'

const firstPort = 4173

requireNode()
try {
  installDependencies()
  await serve()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function serve() {
  const { build, preview } = await import('vite')
  console.log('Building the lab …')
  await build({ root, logLevel: 'warn' })
  // A port that is taken makes vite try the next one.
  const server = await preview({
    root,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: firstPort, strictPort: false },
  })
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address())
  const address = `http://localhost:${port}/`
  console.log(`\n  Handshake Lab is at ${address}\n  Ctrl-C ends it.\n`)
  if (hasDisplay()) openBrowser(address)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      console.log('Stopped.')
      process.exit(0)
    })
  }
}

function hasDisplay() {
  const { BROWSER, CI, DISPLAY, SSH_CONNECTION, WAYLAND_DISPLAY } = process.env
  if (CI || SSH_CONNECTION || BROWSER === 'none') return false
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(DISPLAY || WAYLAND_DISPLAY)
}

/** @param {string} address */
function openBrowser(address) {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', address]]
        : ['xdg-open', [address]]
  // The address is printed too, so a machine without such a command loses nothing.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
