import { ifAble } from './if-able.ts'
import { findLayer } from './placement/layer.ts'
import { upFrom } from './up-from.ts'
import { yieldIfDue } from './yield-if-due.ts'

/** What has changed since the brand was checked last. */
export interface Changes {
  /** Begins anew. */
  restart(): void
  /** The page has to be loaded. */
  follow(page: PageNode): void
  /** Layers that are still there, without what lies in one of them; pages of which nothing is told. */
  roots(): Promise<readonly (PageNode | SceneNode)[]>
}

export function followChanges(figma: Pick<PluginAPI, 'getNodeByIdAsync'>): Changes {
  const ids = new Set<string>()
  const pages = new Set<string>()
  const untold: PageNode[] = []
  const note = ({ nodeChanges }: NodeChangeEvent): void => {
    for (const { id } of nodeChanges) ids.add(id)
  }
  return {
    restart: () => ids.clear(),
    follow(page) {
      if (pages.has(page.id)) return
      pages.add(page.id)
      const isTold = ifAble(() => {
        page.on('nodechange', note)
        return true
      })
      if (!isTold) untold.push(page)
    },
    async roots() {
      const roots: (PageNode | SceneNode)[] = [...untold]
      for (const id of ids) {
        await yieldIfDue()
        const layer = await findLayer(figma, id)
        if (layer && !upFrom(layer.parent).some((each) => ids.has(each.id))) roots.push(layer)
      }
      return roots
    },
  }
}
