import { setupWorker } from 'msw/browser'
import type { RequestHandler } from 'msw'
import { badRequest, fromResponse, readRequest } from './http.ts'
import type { Network } from './network.ts'

/**
 * The network that shows in the browser's developer tools: the same handlers behind a service worker. Load this module
 * only when the learner asks for it. A redirect comes back opaque through a worker, so the front channel stays in-page.
 */
export const serviceWorkerNetwork = async (
  handlers: RequestHandler[],
  workerUrl: string,
): Promise<Network & { stop(): void }> => {
  const worker = setupWorker(...handlers)
  await worker.start({
    quiet: true,
    serviceWorker: { url: workerUrl },
  })
  return {
    send: async (request, id) => {
      const platform = readRequest(request, id)
      if (!platform) return badRequest
      try {
        return await fromResponse(await fetch(platform))
      } catch {
        return undefined
      }
    },
    stop: () => worker.stop(),
  }
}
