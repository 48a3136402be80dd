import { createContext } from 'react'

/** Whether a message is shown without what its checks came to: in a world in which the forgotten one is looked for. */
export const ChecksHidden = createContext(false)
