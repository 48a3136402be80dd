import type { Door } from '../network/loopback.ts'

/** Where the servers are looked for first. */
const FIRST_PORT = 9_400
const MOST_TRIES = 100

/** Opens doors next to each other: where they were asked for (0: anywhere), or from the first port that is free. */
export const openDoors = async (
  open: (port: number) => Promise<Door>,
  asked: number | undefined,
  wanted: number,
): Promise<Door[]> => {
  const doors: Door[] = []
  try {
    for (let port = asked ?? FIRST_PORT; doors.length < wanted; port += Math.sign(port)) {
      const door = await open(port).catch((error: NodeJS.ErrnoException) => {
        const mayGoOn = asked === undefined && port < FIRST_PORT + MOST_TRIES
        if (error.code === 'EADDRINUSE' && mayGoOn) return undefined
        throw error
      })
      if (door) doors.push(door)
    }
  } catch (error) {
    await Promise.all(doors.map((door) => door.close()))
    throw error
  }
  return doors
}
