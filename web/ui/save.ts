/** Saves something as a file, by the browser’s own way. */
export const save = (what: Blob, name: string): void => {
  const url = URL.createObjectURL(what)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Once the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Puts a text or a picture on the clipboard; false where the browser does not allow it. */
export const copy = async (what: string | Blob): Promise<boolean> => {
  try {
    if (typeof what === 'string') await navigator.clipboard.writeText(what)
    else await navigator.clipboard.write([new ClipboardItem({ [what.type]: what })])
    return true
  } catch {
    return false
  }
}
