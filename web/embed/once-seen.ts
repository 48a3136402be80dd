/**
 * Calls back when somebody sees an element, wherever the frame around it stands in its page; until the returned function is
 * called.
 */
export const onceSeen = (element: Element, callback: () => void): (() => void) => {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    callback()
  })
  observer.observe(element)
  return () => observer.disconnect()
}
