/** What the interpreter of written checks asks for where it runs in Node; in a browser it never does. */
export const createRequire = undefined
