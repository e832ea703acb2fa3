import { ifAble } from './if-able.ts'
import { findLayer } from './layer.ts'
import { upFrom } from './up-from.ts'
import { yieldIfDue } from './yield-if-due.ts'

/** What has changed on each page since it was looked at as a whole. */
export interface Changes {
  /** From now on; the page has to be loaded. Call the result once all of it was looked at. */
  follow(page: PageNode): () => void
  /** Layers that are still there, without what lies in one of them; pages of which nothing is told. */
  roots(): Promise<readonly (PageNode | SceneNode)[]>
}

export function followChanges(figma: Pick<PluginAPI, 'getNodeByIdAsync'>): Changes {
  /** The ids of changed layers, by page, with the place of their last change among all. */
  const pages = new Map<string, Map<string, number>>()
  const untold: PageNode[] = []
  let count = 0

  function listen(page: PageNode): Map<string, number> {
    const ids = new Map<string, number>()
    pages.set(page.id, ids)
    const isTold = ifAble(() => {
      page.on('nodechange', ({ nodeChanges }) => {
        count++
        for (const { id } of nodeChanges) ids.set(id, count)
      })
      return true
    })
    if (!isTold) untold.push(page)
    return ids
  }

  return {
    follow(page) {
      const ids = pages.get(page.id) ?? listen(page)
      const begun = count
      return () => {
        for (const [id, at] of ids) if (at <= begun) ids.delete(id)
      }
    },
    async roots() {
      const ids = new Set([...pages.values()].flatMap((all) => [...all.keys()]))
      const roots: (PageNode | SceneNode)[] = untold.filter(({ removed }) => !removed)
      for (const id of ids) {
        await yieldIfDue()
        const layer = await findLayer(figma, id)
        if (layer && !upFrom(layer.parent).some((each) => ids.has(each.id))) roots.push(layer)
      }
      return roots
    },
  }
}
