import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type { prepare } from '../../../ui/media/convert.ts'
import type { rasterise } from '../../../ui/media/rasterise.ts'
import { launchBrowser } from '../../browser/launch.ts'

/** The rooms of `ui/media/` in the page. */
export interface MediaRooms {
  readonly prepare: typeof prepare
  readonly rasterise: typeof rasterise
}

/** Opens a page without an origin, as Figma's window is one; its global `media` has the rooms. */
export async function openMediaPage(): Promise<{ browser: Browser; page: Page }> {
  const bundle = await build({
    stdin: {
      contents: `export { prepare } from './convert.ts'; export { rasterise } from './rasterise.ts'`,
      resolveDir: new URL('../../../ui/media', import.meta.url).pathname,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'media',
    target: ['chrome111', 'firefox113', 'safari16.2'],
    write: false,
  })
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.goto('data:text/html,<meta charset=utf-8>')
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
  return { browser, page }
}
