// The generators of documentation whose pages the browser tests put embeds into: VitePress from npm, MkDocs from wherever it is.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { aptCommand, installWithApt, isDebian } from './debian.mjs'
import { installDependencies, root } from './install.mjs'
import { isExecutable, onPath } from './on-path.mjs'

const packages = ['--no-install-recommends', 'mkdocs', 'mkdocs-material']

/** Where a site of test/hosts is copied to and built. @param {string} site */
export const siteFolder = (site) => join(root, '.cache/hosts', site)

const vitePress = join(siteFolder('vitepress'), 'node_modules/vitepress/bin/vitepress.js')

/** Installs what is missing of them: VitePress into .cache/, MkDocs where that needs no question asked. */
export function installGenerators() {
  const folder = siteFolder('vitepress')
  mkdirSync(folder, { recursive: true })
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(root, 'test/hosts/vitepress', file), join(folder, file))
  installDependencies(folder, 'VitePress, for the browser tests')
  if (!process.env.MKDOCS && !findMkDocs()) installWithApt('MkDocs', packages)
}

/** The script of VitePress, or an error that says the one command to run. */
export function requireVitePress() {
  if (existsSync(vitePress)) return vitePress
  throw new Error(
    'The browser tests put an embed into pages of VitePress, which is not installed. Run: node test/check.mjs --install tests-browser',
  )
}

/** The path of MkDocs with Material, its usual theme, or an error that says the one command to run. */
export function requireMkDocs() {
  const found = process.env.MKDOCS || findMkDocs()
  if (found) return found
  const command = isDebian()
    ? `sudo sh -c '${aptCommand(packages)}'`
    : 'pipx install --include-deps mkdocs-material'
  throw new Error(
    `The browser tests put an embed into pages of MkDocs with its theme Material, and it was not found. Run: ${command}`,
  )
}

const findMkDocs = () => onPath(['mkdocs']).find((path) => isExecutable(path) && knowsTheme(path))

/** @param {string} mkDocs */
const knowsTheme = (mkDocs) =>
  /--theme \[[^\]]*\bmaterial\b/.test(
    spawnSync(mkDocs, ['build', '--help'], { encoding: 'utf8' }).stdout ?? '',
  )
