import './local-storage.ts'
import { setupWorker } from 'msw/browser'
import type { RequestHandler } from 'msw'
import { badRequest, fromResponse, readRequest } from './http.ts'
import { inPageNetwork } from './in-page.ts'
import type { Network } from './network.ts'

/** A service worker that answers for the servers of whichever run spoke to it last. */
export interface WorkerNetworks {
  /** The network of one run: its handlers, behind the worker. */
  networkFor(handlers: RequestHandler[]): Network
  stop(): Promise<void>
}

/**
 * Starts the service worker, so that back-channel requests appear in the browser's developer tools, and so that the
 * learner's own `fetch` from the console reaches the lab's servers. Load this module only when the learner asks for it.
 * A redirect comes back opaque through a worker, so the front channel stays in the page. Rejects when the browser offers
 * no service workers here.
 */
export const startServiceWorker = async (workerUrl: string): Promise<WorkerNetworks> => {
  const worker = setupWorker()
  await worker.start({ quiet: true, serviceWorker: { url: workerUrl } })
  let answering: RequestHandler[] | undefined
  return {
    networkFor: (handlers) => ({
      send: async (request, id) => {
        const platform = readRequest(request, id)
        if (!platform) return badRequest
        // Some addresses that the lab's parties are lured to are real ones: nobody may ask there.
        if (!isOfTheLab(platform.url)) return inPageNetwork(handlers).send(request, id)
        if (answering !== handlers) worker.resetHandlers(...handlers)
        answering = handlers
        try {
          return await fromResponse(await fetch(platform))
        } catch {
          return undefined
        }
      },
    }),
    stop: async () => worker.stop(),
  }
}

const isOfTheLab = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' && hostname.endsWith('.example')
}
