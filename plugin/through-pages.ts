import type { Job } from '../shared/channel.ts'
import type { ListProgress, UpdateScope } from '../shared/update.ts'
import type { Changes } from './changes.ts'
import { yieldIfDue } from './yield-if-due.ts'

/**
 * What `find` finds in the selection, in what has changed, or in each page, loaded one at a time, without
 * holding Figma up; ends where it is cancelled. `count`: of the layers that are told with the progress.
 */
export async function* throughPages<T>(
  { currentPage, root }: Pick<PluginAPI, 'currentPage' | 'root'>,
  scope: UpdateScope,
  changes: Pick<Changes, 'roots'>,
  job: Job<ListProgress>,
  find: (roots: readonly (PageNode | SceneNode)[]) => Iterable<T>,
  count: () => number,
): AsyncGenerator<T> {
  const pages = scope === 'document' ? root.children : [currentPage]
  const isWhole = scope === 'page' || scope === 'document'
  const roots = scope === 'changed' ? await changes.roots() : currentPage.selection
  const isCancelled = (): boolean => job.cancelled
  for (const [index, page] of pages.entries()) {
    if (isCancelled()) return
    // Another person may have removed it meanwhile.
    if (page.removed) continue
    if (page.id !== currentPage.id) await page.loadAsync()
    const tell = (done: number): void =>
      job.progress({ pages: { done, total: pages.length }, layers: count() })
    for (const found of find(isWhole ? [page] : roots)) {
      yield found
      if (!(await yieldIfDue())) continue
      tell(index)
      if (isCancelled()) return
    }
    tell(index + 1)
    await yieldIfDue()
  }
}
