import { useEffect, useMemo, useState } from 'react'
import { hashQuery, onHashChange, replaceHash } from '../ui/hash-location.ts'
import { readWish, writeWish, type Wish, type WishReading } from './wish.ts'

/** What is wanted, which stands in the address, and the way to want something else. */
export const useWish = (): readonly [WishReading, (wish: Wish) => void] => {
  const [query, setQuery] = useState(hashQuery)
  useEffect(() => onHashChange(() => setQuery(hashQuery())), [])
  const choose = (wish: Wish) => {
    const next = writeWish(wish)
    replaceHash(`/embed-it?${next}`)
    setQuery(next)
  }
  return [useMemo(() => readWish(query), [query]), choose]
}
