/** What the address calls the panes; story and diagram are some only where one pane is shown at a time. */
export const panes = [
  'story',
  'diagram',
  'message',
  'checks',
  'allchecks',
  'notebook',
  'tamper',
  'browser',
  'states',
  'audit',
  'transcript',
] as const

/** Whether a pane has this name. */
export const isPane = (name: string): boolean => panes.some((one) => one === name)
