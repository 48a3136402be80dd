/*
 * msw reads `localStorage` while its module loads. In a worker, or in an iframe with an opaque origin, reading it throws,
 * and some apps that show pages have none; there this module puts a storage in memory in its place. Import it before msw.
 */
const readable = (): boolean => {
  try {
    const storage: unknown = Reflect.get(globalThis, 'localStorage')
    return storage !== undefined && storage !== null
  } catch {
    return false
  }
}

if (!readable()) {
  const items = new Map<string, string>()
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, String(value)),
      removeItem: (key: string) => void items.delete(key),
      clear: () => items.clear(),
    },
  })
}
