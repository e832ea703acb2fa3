import type { Job } from '../shared/channel.ts'
import type { Progress } from '../shared/progress.ts'
import type { UpdateScope } from '../shared/update.ts'
import type { Changes } from './changes.ts'
import { loadPage } from './layer.ts'
import { yieldIfDue } from './yield-if-due.ts'

/**
 * What `find` finds in the selection, in what has changed, or in each page, loaded one at a time, without
 * holding Figma up; ends where it is cancelled. `progressAt`: what is told at so many pages.
 */
export async function* throughPages<T, P>(
  { currentPage, root }: Pick<PluginAPI, 'currentPage' | 'root'>,
  scope: UpdateScope,
  changes: Pick<Changes, 'roots'>,
  job: Job<P>,
  find: (roots: readonly (PageNode | SceneNode)[]) => Iterable<T>,
  progressAt: (pages: Progress) => P,
): AsyncGenerator<T> {
  const pages = scope === 'document' ? root.children : [currentPage]
  const chosen = scope === 'selection' ? currentPage.selection : null
  const roots = scope === 'changed' ? await changes.roots() : chosen
  const isCancelled = (): boolean => job.cancelled
  for (const [index, page] of pages.entries()) {
    if (isCancelled()) return
    // Another person may have removed it meanwhile.
    if (page.removed) continue
    await loadPage(page, { currentPage })
    const tell = (done: number): void => job.progress(progressAt({ done, total: pages.length }))
    for (const found of find(roots ?? [page])) {
      yield found
      if (!(await yieldIfDue())) continue
      tell(index)
      if (isCancelled()) return
    }
    tell(index + 1)
    await yieldIfDue()
  }
}
