import type { BrandAsset } from '../../shared/brand.ts'
import type { Next, Page } from '../cliquify/client.ts'

/** A long list page by page, each asked for only when it is wanted; no more than so many. */
export async function* pagesOf(
  load: (from: Next | null, signal: AbortSignal) => Promise<Page<BrandAsset>>,
  signal: AbortSignal,
  most = Infinity,
): AsyncGenerator<readonly BrandAsset[], void> {
  let from: Next | null = null
  let read = 0
  do {
    const page: Page<BrandAsset> = await load(from, signal)
    yield page.items
    from = page.next
    read += 1
  } while (from !== null && read < most)
}
