import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { requireChromium } from '../setup/chromium.mjs'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Without a graphics card its process has nothing of its own to do.
  '--in-process-gpu',
  `--disable-features=${[
    // A window that nobody sees has an address bar all the same, whose pop-up costs as much as the page.
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
    // A process kept ready for a page that no test opens.
    'SpareRendererForSitePerProcess',
    // Only the last of such lists counts, so what Playwright switches off stands here again.
    'AimEnabled',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    'LensOverlay',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
    'ThirdPartyStoragePartitioning',
  ].join()}`,
]

/** How long something may take to be there, in milliseconds: long for a busy machine, short for what never comes. */
const PATIENCE = 30_000

/** Starts the machine's Chromium. Without one this throws: a browser test is never skipped. */
export const launchChromium = async (): Promise<Browser> => {
  const browser = await chromium.launch({ executablePath: requireChromium(), args })
  browser.on('context', patient)
  return browser
}

const patient = (context: BrowserContext) => {
  context.setDefaultTimeout(PATIENCE)
  context.setDefaultNavigationTimeout(2 * PATIENCE)
}

/** Starts it as the browser of somebody who lets no site keep anything in the pages of another; `close` ends it. */
export const launchWithoutThirdParties = async (): Promise<
  readonly [context: BrowserContext, close: () => Promise<void>]
> => {
  const folder = await mkdtemp(join(tmpdir(), 'handshake-lab-profile-'))
  await mkdir(join(folder, 'Default'))
  const profile = { block_third_party_cookies: true, cookie_controls_mode: 1 }
  await writeFile(join(folder, 'Default/Preferences'), JSON.stringify({ profile }))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: requireChromium(),
    args,
    reducedMotion: 'reduce',
  })
  patient(context)
  const close = async () => {
    await context.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  return [context, close]
}
