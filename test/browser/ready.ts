import { bringBrowser, WHAT_TO_INSTALL } from './bring-browser.ts'
import { findBrowser } from './find-browser.ts'
import { launchBrowser } from './launch.ts'

/** Sees to a browser that starts, and says which; where there is none, says what to do and ends. */
export async function readyBrowser(): Promise<void> {
  if (findBrowser() === null)
    console.log('This machine has no browser for the tests: fetching one …')
  const path = await bringBrowser()
  const reason = path === null ? '' : await whyNotStarting()
  if (path !== null && reason === null) console.log(`Browser for the tests: ${path}`)
  else {
    const found = path === null ? '' : `${path} does not start (${reason}). `
    console.error(found + WHAT_TO_INSTALL)
    process.exitCode = 1
  }
}

/** Null where it starts. */
async function whyNotStarting(): Promise<string | null> {
  try {
    await (await launchBrowser()).close()
    return null
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return /error while loading shared libraries.*/.exec(text)?.[0] ?? text.split('\n', 1)[0] ?? ''
  }
}
