import type { Client } from '../cliquify/client.ts'
import type { AssetIndex } from './asset-index.ts'

/** The same client; what its lists of logos and assets hold is noted for quick insert. */
export function watchLists(client: Client, index: Pick<AssetIndex, 'note'>): Client {
  return {
    ...client,
    get session() {
      return client.session
    },
    get lasts() {
      return client.lasts
    },
    async logos(kit, signal) {
      const list = await client.logos(kit, signal)
      index.note(list.items, kit)
      return list
    },
    async assets(from, signal) {
      const page = await client.assets(from, signal)
      index.note(page.items, null)
      return page
    },
  }
}
