import { useEffect, useState } from 'react'

const bringsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true

/** While something is over a page, browsers say so several times a second; that it went away, not all of them. */
const GONE_MS = 700

/**
 * Takes files that are let go anywhere on the page, and says whether some are over it. A page that does not take them is left
 * by the browser, which shows the file in its place.
 */
export const useDragging = (onFiles: (files: readonly File[]) => void): boolean => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onOver = (event: DragEvent) => {
      if (!bringsFiles(event)) return
      event.preventDefault()
      event.dataTransfer!.dropEffect = 'copy'
      setOver(true)
      clearTimeout(timer)
      timer = setTimeout(() => setOver(false), GONE_MS)
    }
    const onDrop = (event: DragEvent) => {
      clearTimeout(timer)
      setOver(false)
      if (!bringsFiles(event)) return
      event.preventDefault()
      onFiles([...event.dataTransfer!.files])
    }
    addEventListener('dragover', onOver)
    addEventListener('drop', onDrop)
    return () => {
      clearTimeout(timer)
      removeEventListener('dragover', onOver)
      removeEventListener('drop', onDrop)
    }
  }, [onFiles])
  return over
}
