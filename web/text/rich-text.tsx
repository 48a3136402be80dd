import { refs } from '../../engine/index.ts'
import { breakable } from './breakable.tsx'
import { Clause } from './clause.tsx'

const MARKS = /(`[^`]+`|\*[^*\s][^*]*\*|\[[a-z0-9][\w.-]+\])/g

/** Our own prose: plain text with `code`, *emphasis* and `[ref-id]`, which becomes a link to the clause. */
export const RichText = ({ text }: { readonly text: string }) =>
  text.split(MARKS).map((piece, index) => {
    const inner = piece.slice(1, -1)
    const key = `${index} ${piece}`
    if (piece.startsWith('`')) return <code key={key}>{breakable(inner)}</code>
    if (piece.startsWith('*')) return <em key={key}>{inner}</em>
    if (piece.startsWith('[') && Object.hasOwn(refs, inner)) return <Clause key={key} id={inner} />
    return piece
  })
