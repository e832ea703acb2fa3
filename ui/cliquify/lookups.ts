import type { BrandAsset } from '../../shared/brand.ts'
import { decodeFolders, FOLDER_LISTS } from './decode/folders.ts'
import { decodeTags, TAG_LISTS } from './decode/names.ts'
import type { Asked } from './lists.ts'
import { isUuid } from '../../shared/cliquify/value.ts'
import type { KeptPage, Replies } from './replies.ts'

/** Names for what assets tell as a bare id, and ids for what they tell as a bare name. */
export interface Lookups {
  /** Asks for the lists that the assets need, once in a window; never rejects. */
  complete(assets: readonly BrandAsset[], signal: AbortSignal): Promise<readonly BrandAsset[]>
  /** With what is known of those lists. */
  completeFromKept(assets: readonly BrandAsset[]): readonly BrandAsset[]
}

export const ASSET_TAGS: Asked = { resource: 'assetTags', kitId: null, names: TAG_LISTS }
export const TEMPLATE_TAGS: Asked = { resource: 'templateTags', kitId: null, names: TAG_LISTS }
export const FOLDERS: Asked = { resource: 'folders', kitId: null, names: FOLDER_LISTS }

/** `load` asks for a list and keeps what it says; rejects with `Trouble`. */
export function openLookups(
  load: (list: Asked, signal: AbortSignal) => Promise<unknown>,
  replies: Replies,
): Lookups {
  const openedAt = Date.now()

  function kept(list: Asked): readonly KeptPage[] {
    return replies.recall(list)?.pages ?? []
  }

  async function refresh(list: Asked, signal: AbortSignal): Promise<void> {
    const known = replies.recall(list)
    if (known === null || known.asOf < openedAt) await load(list, signal).catch(() => undefined)
  }

  function completed(assets: readonly BrandAsset[]): readonly BrandAsset[] {
    if (needsOf(assets).length === 0) return assets
    const told = kept(tagsOf(assets)).flatMap(({ content }) => decodeTags(content))
    const names = new Map(told.map(({ id, name }) => [id, name]))
    const folders = kept(FOLDERS).flatMap(({ content }) => decodeFolders(content).items)
    // An id counts more than a name that is like it.
    const ids = new Map([
      ...folders.map(({ id, name }) => [name, id] as const),
      ...folders.map(({ id }) => [id, id] as const),
    ])
    return assets.map((asset) => ({
      ...asset,
      tags: asset.tags.map((tag) => (looksLikeId(tag) ? (names.get(tag) ?? tag) : tag)),
      folderIds: asset.folderIds.map((id) => ids.get(id) ?? id),
    }))
  }

  return {
    async complete(assets, signal) {
      await Promise.all(needsOf(assets).map((list) => refresh(list, signal)))
      return completed(assets)
    },
    completeFromKept: completed,
  }
}

/** The lists without which these assets tell ids for names, or names for ids. */
function needsOf(assets: readonly BrandAsset[]): readonly Asked[] {
  const isTagged = assets.some(({ tags }) => tags.some(looksLikeId))
  const isFiled = assets.some(({ folderIds }) => !folderIds.every(looksLikeId))
  return [...(isTagged ? [tagsOf(assets)] : []), ...(isFiled ? [FOLDERS] : [])]
}

function tagsOf([first]: readonly BrandAsset[]): Asked {
  return first?.kind === 'template' ? TEMPLATE_TAGS : ASSET_TAGS
}

function looksLikeId(text: string): boolean {
  return /^\d+$/.test(text) || isUuid(text)
}
