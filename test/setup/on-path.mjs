// Finds commands the way a shell does.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where these commands would stand, folder by folder; most of it is not there. @param {readonly string[]} commands */
export function onPath(commands) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const ending = process.platform === 'win32' ? '.exe' : ''
  return commands.flatMap((command) => folders.map((folder) => join(folder, command + ending)))
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
