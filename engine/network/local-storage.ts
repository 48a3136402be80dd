/*
 * msw reads `localStorage` while its module loads. In a worker, or in an iframe with an opaque origin, reading it throws;
 * there this module puts a storage in memory in its place. Import it before msw.
 */
const readable = (): boolean => {
  try {
    return Reflect.get(globalThis, 'localStorage') !== undefined
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
