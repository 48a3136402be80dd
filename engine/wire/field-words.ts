/** The name that a step of a path was made from. */
export const nameIn = (step: string): string => step.replaceAll('%2E', '.').replaceAll('%25', '%')

const plain: Readonly<Record<string, string>> = {
  'start.method': 'the method',
  'start.path': 'the path',
  'start.status': 'the status',
  'text.body': 'the body',
  'text.unreadable': 'the text',
}

/** What the field at a path is called in a sentence. */
export const fieldInWords = (path: string): string => {
  const steps = path.split('.')
  const name = `\`${nameIn(steps.at(-1) ?? '').replaceAll('`', '’')}\``
  switch (steps.at(-2)) {
    case 'claim':
      return `the claim ${name}`
    case 'jwt-header':
      return `${name} in the token’s header`
    case 'signature':
      return 'the token’s signature'
    default:
      return plain[path] ?? name
  }
}

/** Whether the field at a path is signed by a signature that stands beside it. */
export const isSigned = (path: string): boolean => /\.(claim|jwt-header)\.[^.]+(\.|$)/.test(path)

const LONGEST = 32

/** A value in a sentence: short, and so that no prose can be made of it. */
export const valueInWords = (value: string): string => {
  const short = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
  return value.trim() === '' ? 'empty' : `\`${short.toWellFormed().replaceAll('`', '’')}\``
}
