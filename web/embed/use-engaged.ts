import { useEffect } from 'react'

/**
 * Marks the embed for as long as the reader is in it. Nobody else’s wheel is taken: whoever only comes by scrolls the page
 * around it.
 */
export const useEngaged = (): void => {
  useEffect(() => {
    const { dataset } = document.documentElement
    const look = () => {
      if (document.hasFocus() || parent === window) dataset['engaged'] = ''
      else delete dataset['engaged']
    }
    look()
    addEventListener('focus', look)
    addEventListener('blur', look)
    return () => {
      removeEventListener('focus', look)
      removeEventListener('blur', look)
    }
  }, [])
}
