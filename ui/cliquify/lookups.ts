import type { BrandAsset } from '../../shared/brand.ts'
import { troubleOf } from '../../shared/trouble.ts'
import { decodeFolders, FOLDER_LISTS } from './decode/folders.ts'
import { decodeTags, TAG_LISTS } from './decode/names.ts'
import type { Asked, Lists } from './lists.ts'
import { isUuid } from '../../shared/cliquify/value.ts'
import { listKey, type KeptPage, type Replies } from './replies.ts'

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

export function openLookups(lists: Lists, replies: Replies): Lookups {
  const openedAt = Date.now()

  function kept({ resource, kitId }: Asked): readonly KeptPage[] {
    return replies.recall(listKey(resource, kitId))?.pages ?? []
  }

  async function refresh(request: Asked, signal: AbortSignal): Promise<void> {
    const list = listKey(request.resource, request.kitId)
    const known = replies.recall(list)
    if (known !== null && known.asOf >= openedAt) return
    try {
      replies.keep(list, await lists.all({ ...request, signal }))
    } catch (error) {
      if (troubleOf(error).kind === 'not-offered') replies.keep(list, [])
    }
  }

  function completed(assets: readonly BrandAsset[]): readonly BrandAsset[] {
    const { tags: tagList, isTagged, isFiled } = needsOf(assets)
    if (!isTagged && !isFiled) return assets
    const told = kept(tagList).flatMap(({ content }) => decodeTags(content))
    const names = new Map(told.map(({ id, name }) => [id, name]))
    const folders = new Map(
      kept(FOLDERS).flatMap(({ content }) =>
        decodeFolders(content).items.flatMap(({ id, name }) => [
          [`name:${name}`, id] as const,
          [`id:${id}`, id] as const,
        ]),
      ),
    )
    return assets.map((asset) => {
      const { tags, folderIds } = asset
      return {
        ...asset,
        tags: tags.map((tag) => (looksLikeId(tag) ? (names.get(tag) ?? tag) : tag)),
        folderIds: folderIds.map(
          (id) => folders.get(`id:${id}`) ?? folders.get(`name:${id}`) ?? id,
        ),
      }
    })
  }

  return {
    async complete(assets, signal) {
      const { tags, isTagged, isFiled } = needsOf(assets)
      await Promise.all([
        ...(isTagged ? [refresh(tags, signal)] : []),
        ...(isFiled ? [refresh(FOLDERS, signal)] : []),
      ])
      return completed(assets)
    },
    completeFromKept: completed,
  }
}

function needsOf(assets: readonly BrandAsset[]): {
  readonly tags: Asked
  readonly isTagged: boolean
  readonly isFiled: boolean
} {
  return {
    tags: assets[0]?.kind === 'template' ? TEMPLATE_TAGS : ASSET_TAGS,
    isTagged: assets.some(({ tags }) => tags.some(looksLikeId)),
    isFiled: assets.some(({ folderIds }) => !folderIds.every(looksLikeId)),
  }
}

function looksLikeId(text: string): boolean {
  return /^\d+$/.test(text) || isUuid(text)
}
