// Finds a Chromium on this machine, or installs Debian's where that needs no question asked.
import { join } from 'node:path'
import { aptCommand, installWithApt, isDebian } from './debian.mjs'
import { isExecutable, onPath } from './on-path.mjs'

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

const packages = ['chromium']

/**
 * The path of a Chromium: the environment's CHROMIUM, then the usual commands, then the usual places.
 * A CHROMIUM that cannot be run is an error, not a reason to take another browser.
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM
  if (chosen) {
    if (isExecutable(chosen)) return chosen
    throw new Error(`CHROMIUM is set to ${chosen}, which cannot be run.`)
  }
  return [...onPath(commands), ...usualPlaces()].find(isExecutable)
}

/** The path of a Chromium, or an error that says the one command to run. */
export function requireChromium() {
  const found = findChromium()
  if (found) return found
  throw new Error(`The browser tests need Chromium, and none was found. ${advice()}`)
}

/** Installs Debian's Chromium when none is found and this is root on Debian or Ubuntu; otherwise does nothing. */
export function installChromium() {
  if (process.env.CHROMIUM || findChromium()) return
  installWithApt('Chromium', packages)
}

function advice() {
  if (isDebian()) return `Run: sudo sh -c '${aptCommand(packages)}'`
  if (process.platform === 'darwin') return 'Run: brew install --cask chromium'
  if (process.platform === 'win32') return 'Run: winget install Google.Chrome'
  return 'Install it with your package manager, or set CHROMIUM to its path.'
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform !== 'win32') return []
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  )
  return folders.flatMap((folder) => [
    join(folder, 'Chromium', 'Application', 'chrome.exe'),
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ])
}
