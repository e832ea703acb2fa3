import type { BrandAsset } from '../../shared/brand.ts'
import { Trouble } from '../../shared/trouble.ts'
import { decodeFolders, FOLDER_LISTS } from './decode/folders.ts'
import { decodeNames, TAG_LISTS } from './decode/names.ts'
import type { Lists, ListRequest, RawPage } from './lists.ts'
import type { Resource } from './routes.ts'

/** Names for what assets tell as a bare id, and ids for what they tell as a bare name. */
export interface Lookups {
  complete(assets: readonly BrandAsset[], signal: AbortSignal): Promise<readonly BrandAsset[]>
}

/** A list is asked for only once an asset needs it, and kept while it is of use. */
export function openLookups(lists: Lists): Lookups {
  const kept = new Map<Resource, ReadonlyMap<string, string>>()

  async function load(
    request: ListRequest,
    read: (page: RawPage) => readonly (readonly [string, string])[],
  ): Promise<ReadonlyMap<string, string>> {
    const known = kept.get(request.resource)
    if (known !== undefined) return known
    try {
      const pages = await lists.all(request)
      const names = new Map(pages.flatMap(read))
      kept.set(request.resource, names)
      return names
    } catch (error) {
      // Assets are worth more than the names of their tags; only what stops them too is passed on.
      const stops = ['cancelled', 'connection-expired', 'no-company', 'inactive-account']
      if (!(error instanceof Trouble) || stops.includes(error.kind)) throw error
      if (error.kind === 'not-offered') kept.set(request.resource, new Map())
      return new Map()
    }
  }

  async function tagNames(
    kind: BrandAsset['kind'],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> {
    const resource = kind === 'template' ? 'templateTags' : 'assetTags'
    return load({ resource, kitId: null, names: TAG_LISTS, signal }, (page) =>
      decodeNames(page.content),
    )
  }

  async function folderIds(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const request = { resource: 'folders', kitId: null, names: FOLDER_LISTS, signal } as const
    return load(request, (page) =>
      decodeFolders(page.content).items.flatMap(({ id, name }) => [
        [`name:${name}`, id] as const,
        [`id:${id}`, id] as const,
      ]),
    )
  }

  return {
    async complete(assets, signal) {
      const kind = assets[0]?.kind ?? 'asset'
      const isTagged = assets.some(({ tags }) => tags.some(looksLikeId))
      const isFiled = assets.some(({ folderId }) => folderId !== null && !looksLikeId(folderId))
      if (!isTagged && !isFiled) return assets
      const none: ReadonlyMap<string, string> = new Map()
      const [names, folders] = await Promise.all([
        isTagged ? tagNames(kind, signal) : none,
        isFiled ? folderIds(signal) : none,
      ])
      return assets.map((asset) => {
        const { tags, folderId } = asset
        const folder = folders.get(`id:${folderId}`) ?? folders.get(`name:${folderId}`)
        return {
          ...asset,
          tags: tags.map((tag) => (looksLikeId(tag) ? (names.get(tag) ?? tag) : tag)),
          folderId: folder ?? folderId,
        }
      })
    },
  }
}

function looksLikeId(text: string): boolean {
  return /^\d+$/.test(text) || /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)
}
