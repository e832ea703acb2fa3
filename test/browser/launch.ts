import { chromium, type Browser } from 'playwright-core'
import { WHAT_TO_INSTALL } from './bring-browser.ts'
import { findBrowser } from './find-browser.ts'

/** Starts a headless browser; throws a sentence where this machine has none. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error(WHAT_TO_INSTALL)
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A process of its own for each opaque frame, and one in reserve: a tenth of a test's time.
      '--disable-features=IsolateSandboxedIframes,SpareRendererForSitePerProcess,PaintHolding',
      ...args,
    ],
  })
}
