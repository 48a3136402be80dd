const paths = {
  back: 'M12.5 3.5 5.5 10l7 6.5M3.5 3.5v13',
  step: 'm7.5 3.5 7 6.5-7 6.5M16.5 3.5v13',
  play: 'M5.5 3.5 16 10 5.5 16.5Z',
  pause: 'M7 3.5v13M13 3.5v13',
  end: 'm3.5 3.5 6 6.5-6 6.5m6-13 6 6.5-6 6.5M17.5 3.5v13',
  start: 'm16.5 3.5-6 6.5 6 6.5m-6-13-6 6.5 6 6.5M2.5 3.5v13',
  open: 'm7.5 5 5 5-5 5',
  leave: 'm12.5 4-6 6 6 6',
  remove: 'm5.5 5.5 9 9m0-9-9 9',
} as const

/** A drawn sign; what it means must stand beside it, or be its button's label. */
export const Icon = ({ name }: { readonly name: keyof typeof paths }) => (
  <svg
    viewBox="0 0 20 20"
    width="1.125em"
    height="1.125em"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[name]} />
  </svg>
)
