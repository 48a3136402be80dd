/** What pages need to know of the build they stand in. */
export interface Around {
  /** Where the styles are, from a page in `scenarios/`. */
  readonly styles: string
  /** The address of the lab's icon. */
  readonly icon: string
  /** The address under which the lab will be found, ending in a slash, where it is known. */
  readonly site: string | undefined
}
