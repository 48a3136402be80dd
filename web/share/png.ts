/** An SVG as an address, for the page may show pictures from nowhere else. */
export const dataUrl = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/** No browser paints more pixels than this on one canvas. */
const MOST_PIXELS = 16_000_000

/** Paints an SVG at twice its size, or as large as browsers can. */
export const pngOf = async (
  svg: string,
): Promise<{ readonly blob: Blob; readonly url: string }> => {
  const image = new Image()
  image.src = dataUrl(svg)
  await image.decode()
  const { width, height } = image
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('no picture')
  return { blob, url: canvas.toDataURL('image/png') }
}
