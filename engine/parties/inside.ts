import { plain } from '../network/http.ts'
import type { Server } from '../network/server.ts'
import { INSIDE } from '../oauth/address.ts'

/** A console inside the owner’s network. It asks nobody who they are: whoever gets here belongs here, or so its makers thought. */
export const insideService = (): Server => {
  const answer = () => plain(200, 'The printer is starting again.')
  return {
    id: 'inside',
    origin: INSIDE.origin,
    routes: [{ path: '/restart', methods: { GET: answer, POST: answer } }],
  }
}
