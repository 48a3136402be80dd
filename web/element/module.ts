import { HandshakeLab, register } from './element.ts'

const { url } = import.meta

// Bundled with other code, it stands where no lab is: then `src` says where that is hosted.
register(/^https?:.*\/element\.js$/.test(url) ? url.replace(/[^/]*$/, '') : undefined)

/** The class behind `<handshake-lab>`. */
export const HandshakeLabElement = HandshakeLab
