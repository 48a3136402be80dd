import { EMBED_HEIGHT } from '../element/options.ts'
import { Typed } from '../ui/fields.tsx'
import { useTyped } from './use-typed.ts'
import { heightIn } from './wish.ts'

interface HeightProps {
  readonly value: number | undefined
  readonly onChoose: (height: number | undefined) => void
}

/** How high a plain frame is, which cannot grow by itself. */
export const Height = ({ value = EMBED_HEIGHT, onChoose }: HeightProps) => {
  const height = useTyped(
    String(value),
    (text) => heightIn(text)?.toString(),
    (text) => onChoose(Number(text) === EMBED_HEIGHT ? undefined : Number(text)),
  )
  return (
    <Typed
      name="Height of the frame, in pixels"
      value={height.text}
      wrong={!height.known}
      note={
        height.known
          ? 'What does not fit is scrolled inside.'
          : 'A whole number of pixels, from 120 to 9999.'
      }
      onType={height.onType}
    />
  )
}
