import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Starts headless Chromium, with the plugin's two hosts led to a local port: the built plugin calls
 * its real addresses, over real TLS and with real preflights.
 */
export async function launchChromium(standInPort: number): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium found. Install it (Debian: apt install chromium), or set CHROMIUM.',
    )
  }
  const standIn = `127.0.0.1:${standInPort}`
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
      `--host-resolver-rules=MAP oauth.cliquify.me:443 ${standIn},MAP cdn.thecliquify.co:443 ${standIn}`,
    ],
  })
}
