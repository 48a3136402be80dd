import css from './leak.module.css'

/** Something that is read along: a trickle from an end of the arrow to who reads it, and an open diamond there. */
export const Leak = ({ from, to }: { readonly from: number; readonly to: number }) => {
  const left = Math.min(from, to)
  const [start, end] = [from - left, to - left]
  const way = Math.sign(end - start) || 1
  return (
    <svg
      className={css['leak']}
      style={{ left, width: Math.abs(to - from), height: 14 }}
      aria-hidden="true"
    >
      <path className={css['trickle']} d={`M${start + way * 6} 7H${end - way * 6}`} />
      <path className={css['diamond']} d={`M${end - 6} 7l6-6 6 6-6 6z`} />
    </svg>
  )
}
