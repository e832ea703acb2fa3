import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openMediaPage } from './media-page.ts'

/** Opens a media page for the tests of a file or `describe`; gives what tells it while they run. */
export function useMediaPage(): () => Page {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    ;({ browser, page } = await openMediaPage())
  }, 60_000)
  afterAll(() => browser.close())
  return () => page
}
