/** Where this copy of the lab is, ending in a slash. */
export const labBase = (): string => new URL('.', location.href.replace(/#.*/s, '')).href

/** Whether nobody else can open an address. */
export const isPrivate = (address: string): boolean =>
  /^(file:|https?:\/\/(localhost|[^/]*\.localhost|127\.[\d.]+|\[::1\])(:|\/|$))/.test(address)
