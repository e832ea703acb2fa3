import type { Job } from '../shared/channel.ts'
import type { ListProgress, UpdateScope } from '../shared/update.ts'
import { yieldIfDue } from './yield-if-due.ts'

/**
 * What `find` finds in the selection or in each page, loaded one at a time, without holding Figma up; ends
 * where it is cancelled. `count`: of the layers that are told with the progress.
 */
export async function* throughPages<T>(
  { currentPage, root }: Pick<PluginAPI, 'currentPage' | 'root'>,
  scope: UpdateScope,
  job: Job<ListProgress>,
  find: (roots: readonly (PageNode | SceneNode)[]) => Iterable<T>,
  count: () => number,
): AsyncGenerator<T> {
  const pages = scope === 'document' ? root.children : [currentPage]
  const { selection } = currentPage
  const isCancelled = (): boolean => job.cancelled
  for (const [index, page] of pages.entries()) {
    if (isCancelled()) return
    // Another person may have removed it meanwhile.
    if (page.removed) continue
    if (page.id !== currentPage.id) await page.loadAsync()
    const tell = (done: number): void =>
      job.progress({ pages: { done, total: pages.length }, layers: count() })
    for (const found of find(scope === 'selection' ? selection : [page])) {
      yield found
      if (!(await yieldIfDue())) continue
      tell(index)
      if (isCancelled()) return
    }
    tell(index + 1)
    await yieldIfDue()
  }
}
