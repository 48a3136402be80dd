import { authorizationRequestDeeds } from '../../checks/authorization-request.ts'
import type { Circumstances } from '../party.ts'
import type { OpenBrowser } from './settings.ts'
import { startedBy } from './shell.ts'

/** The program that opens the system browser at its argument. */
const OPENER = 'xdg-open'

/** Hands a URL to the system browser; `goTo` is what the browser then does. @see [MCP 2025-11-25 Security Best Practices - OAuth Authorization URL Validation](https://modelcontextprotocol.io/docs/2025-11-25/tutorials/security/security_best_practices#oauth-authorization-url-validation) */
export const browserOpener = (
  { line, forgotten }: Pick<Circumstances, 'line' | 'forgotten'>,
  goTo: (url: string) => Promise<unknown>,
): OpenBrowser => {
  const open = async (url: string, did?: Parameters<OpenBrowser>[1]): Promise<void> => {
    const ends = { from: 'client', to: 'user-agent', channel: 'front' } as const
    const opened = await line.act({
      ...ends,
      name: 'open-browser',
      act: 'open',
      content: { url },
      ...(did && { did }),
    })
    if (opened) await goTo(String(opened['url']))
  }
  const run = async (act: string, command: string, did?: Parameters<OpenBrowser>[1]) => {
    const ends = { from: 'client', to: 'user-agent', channel: 'local' } as const
    const handed = await line.act({
      ...ends,
      name: 'shell-command',
      act,
      content: { command },
      ...(did && { did }),
    })
    return handed && String(handed['command'])
  }
  return async (url, did) => {
    if (!forgotten.has(authorizationRequestDeeds.argument.id)) return open(url, did)
    // Unsafe: a shell reads the line before the browser does, and obeys what stands in it (`url-to-shell`).
    const command = await run('hand to a shell', `${OPENER} "${url}"`, did)
    for (const [name, ...words] of startedBy(command ?? ''))
      if (name === OPENER) await open(words[0] ?? '')
      else await run('start', [name, ...words].join(' '))
  }
}
