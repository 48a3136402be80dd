/** Whether the server that this page came from has a file; from a disk nobody can ask. */
export const there = async (address: string): Promise<boolean> => {
  if (location.protocol === 'file:') return false
  try {
    const { ok, headers } = await fetch(address, { method: 'HEAD' })
    // Some servers answer with the page for whatever they do not have.
    return ok && !(address.endsWith('.zip') && headers.get('content-type')?.includes('html'))
  } catch {
    return false
  }
}
