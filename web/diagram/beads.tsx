import type { Mark } from '../value/lit.ts'
import type { Row } from './geometry.ts'
import css from './beads.module.css'

/** While a value is lit: a bead on the lifeline of each who holds it by this message; open where the message only carries what is bound to it. */
export const Beads = ({ mark, row }: { readonly mark: Mark; readonly row: Row }) => {
  const { message, from, to, leak } = row
  const ends = [
    mark.holders.includes(message.from) && from,
    mark.holders.includes(message.to) && to,
    mark.holders.includes('attacker') && leak?.to,
  ].filter((x) => typeof x === 'number')
  return [...new Set(ends)].map((x) => (
    <svg key={x} className={css['bead']} style={{ left: x }} viewBox="0 0 14 14" aria-hidden="true">
      <path d="M7 1l6 6-6 6-6-6z" />
    </svg>
  ))
}
