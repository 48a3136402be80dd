/** Says in the place of an embed that it is being loaded. */
export const showLoading = (root: HTMLElement): void => {
  root.replaceChildren(paragraph('Loading …'))
}

/** Says in the place of an embed why it is not there, and how to have it tried again. */
export const showFailure = (root: HTMLElement, reason: unknown, again: () => void): void => {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Try again'
  button.addEventListener('click', again)
  const words = reason instanceof Error ? reason.message : String(reason)
  root.replaceChildren(paragraph(`This run could not be loaded: ${words}. `, button))
}

const paragraph = (...content: readonly (string | Node)[]): HTMLElement => {
  const element = document.createElement('p')
  element.className = 'waiting'
  element.append(...content)
  return element
}
