/** The pages beside lessons and attacks, as every page names them. */
export const otherPages = [
  { href: '#/practice', name: 'Practice' },
  { href: '#/checklist', name: 'Checklist' },
  { href: '#/glossary', name: 'Glossary' },
  { href: '#/changes', name: 'What changed' },
  { href: '#/proof', name: 'The proof' },
  { href: '#/workings', name: 'Workings' },
  { href: '#/embed-it', name: 'Embed it' },
] as const

/** The address of one of them. */
export type OtherPage = (typeof otherPages)[number]['href']
