import { register } from './element.ts'

// As a plain script it knows its own address; as a module it has to look for it.
const { currentScript } = document
const own =
  currentScript instanceof HTMLScriptElement
    ? currentScript
    : document.querySelector<HTMLScriptElement>('script[src*="handshake-lab.js"]')

register(own ? new URL('./', own.src).href : undefined)
