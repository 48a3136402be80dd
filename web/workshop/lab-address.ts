/** What a copy of the lab on a disk is called, unless somebody renamed it. */
export const FILE_NAME = 'handshake-lab.html'

/** Whether this copy of the lab was opened from a disk: its address is then good on this machine only. */
export const isOnDisk = (): boolean => location.protocol === 'file:'

/** The address of this copy of the lab without a hash; from a disk the name of the file, which all copies share. */
export const labAddress = (): string => (isOnDisk() ? FILE_NAME : location.href.replace(/#.*/s, ''))

/** The address of a place in the lab, by what follows the `#`, as it can be shown to others. */
export const addressOf = (path: string): string => `${labAddress()}#${path}`
