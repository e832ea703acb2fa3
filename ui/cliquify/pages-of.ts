import type { BrandAsset } from '../../shared/brand.ts'
import type { Page } from './client.ts'

/** Loads the page that starts at `from`; null for the first. */
export type LoadPage = (from: string | null, signal: AbortSignal) => Promise<Page<BrandAsset>>

/** A long list page by page, each asked for only when it is wanted. */
export async function* pagesOf(
  load: LoadPage,
  signal: AbortSignal,
): AsyncGenerator<readonly BrandAsset[], void> {
  let from: string | null = null
  do {
    const page: Page<BrandAsset> = await load(from, signal)
    yield page.items
    from = page.next
  } while (from !== null)
}
