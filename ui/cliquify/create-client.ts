import type { BrandAsset, BrandColor, BrandKit, Decoded } from '../../shared/brand.ts'
import { troubleOf, type Trouble } from '../../shared/trouble.ts'
import type { Client, ClientOptions, Page } from './client.ts'
import { openConnection } from './connection.ts'
import { ASSET_LISTS, decodeAssets, LOGO_LISTS, TEMPLATE_LISTS } from './decode/assets.ts'
import { COLOR_LISTS, decodeColors } from './decode/colors.ts'
import { arrangeFolders, decodeFolders, FOLDER_LISTS } from './decode/folders.ts'
import { decodeKits, KIT_LISTS, SOLE_KIT_ID } from './decode/kits.ts'
import { decodeTags, TAG_LISTS } from './decode/names.ts'
import { LIMITS } from './limits.ts'
import { openLists, withoutRepeats } from './lists.ts'
import { openLookups } from './lookups.ts'
import { openMedia } from './media.ts'
import { openPageTrail } from './page-trail.ts'
import { openQueue } from './queue.ts'
import { openRoutes } from './routes.ts'
import { openSend } from './send.ts'

/** The client of one Cliquify API. */
export function createClient(options: ClientOptions): Client {
  const { origin, session, keepSession } = options
  const limits = { ...LIMITS, ...options.limits }
  const queue = openQueue(limits.requestsPerMinute, limits.parallelRequests)
  const connection = openConnection({
    origin,
    session,
    keepSession,
    limits,
    openSend: (redact) => openSend(queue, limits, redact),
  })
  const lists = openLists(origin, connection, openRoutes(options.routes ?? null))
  const lookups = openLookups(lists)
  const trails = { assets: openPageTrail('assets'), templates: openPageTrail('templates') }

  async function colorsOf(kitId: string, signal: AbortSignal): Promise<Decoded<BrandColor>> {
    const pages = await lists.all({ resource: 'colors', kitId, names: COLOR_LISTS, signal })
    const decoded = pages.map(({ content, isOfKit }) =>
      decodeColors(content, isOfKit || kitId === SOLE_KIT_ID ? null : kitId),
    )
    return withoutRepeats(decoded, (color) => color.id)
  }

  async function logosOf(kitId: string, signal: AbortSignal): Promise<Decoded<BrandAsset>> {
    const pages = await lists.all({ resource: 'logos', kitId, names: LOGO_LISTS, signal })
    const decoded = pages.map(({ content, isOfKit }) =>
      decodeAssets(content, {
        kind: 'logo',
        kitId,
        origin,
        isShared: !isOfKit && kitId !== SOLE_KIT_ID,
      }),
    )
    return withoutRepeats(decoded, (logo) => logo.id)
  }

  /** A company without a list of kits still has one where it has colors or logos. */
  async function soleKit(notOffered: Trouble, signal: AbortSignal): Promise<BrandKit> {
    const nullWhereNotOffered = (error: unknown): null => {
      if (troubleOf(error).kind === 'not-offered') return null
      throw error
    }
    const colors = await colorsOf(SOLE_KIT_ID, signal).catch(nullWhereNotOffered)
    const logos =
      colors === null ? await logosOf(SOLE_KIT_ID, signal).catch(nullWhereNotOffered) : null
    if (colors === null && logos === null) throw notOffered
    return { id: SOLE_KIT_ID, name: 'Brand kit', colors, logos }
  }

  async function tagsOf(
    resource: 'assetTags' | 'templateTags',
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const pages = await lists.all({ resource, kitId: null, names: TAG_LISTS, signal })
    return [...new Set(pages.flatMap(({ content }) => decodeTags(content)))]
  }

  async function page(
    kind: 'asset' | 'template',
    from: string | null,
    signal: AbortSignal,
  ): Promise<Page<BrandAsset>> {
    const resource = kind === 'asset' ? 'assets' : 'templates'
    const names = kind === 'asset' ? ASSET_LISTS : TEMPLATE_LISTS
    const request = { resource, kitId: null, names, signal } as const
    const trail = trails[resource]
    const raw =
      from === null
        ? await lists.first(request)
        : await lists.following(request, trail.addressOf(from))
    const decoded = decodeAssets(raw.content, { kind, kitId: null, origin })
    return {
      items: await lookups.complete(decoded.items, signal),
      skipped: decoded.skipped,
      next: trail.next(raw),
    }
  }

  return {
    get session() {
      return connection.session
    },
    get lasts() {
      return connection.lasts
    },
    connect: (credentials, rememberSecret, signal = new AbortController().signal) =>
      connection.connect(credentials, rememberSecret, signal),
    connectWithToken: (accessToken, signal = new AbortController().signal) =>
      connection.connectWithToken(accessToken, signal),
    checkConnection: (signal) => connection.check(signal),
    lookUpConnection: (signal) => connection.lookUp(signal),
    forgetSecret: () => connection.forgetSecret(),
    disconnect: () => connection.disconnect(),
    async brandKits(signal) {
      try {
        const request = { resource: 'kits', kitId: null, names: KIT_LISTS, signal } as const
        const pages = await lists.all(request)
        const decoded = pages.map(({ content }) => decodeKits(content, origin))
        return withoutRepeats(decoded, (kit) => kit.id)
      } catch (error) {
        const trouble = troubleOf(error)
        if (trouble.kind !== 'not-offered') throw error
        return { items: [await soleKit(trouble, signal)], skipped: [] }
      }
    },
    colors: async (kit, signal) => kit.colors ?? (await colorsOf(kit.id, signal)),
    logos: async (kit, signal) => kit.logos ?? (await logosOf(kit.id, signal)),
    assets: (from, signal) => page('asset', from, signal),
    templates: (from, signal) => page('template', from, signal),
    async folders(signal) {
      const request = { resource: 'folders', kitId: null, names: FOLDER_LISTS, signal } as const
      const pages = await lists.all(request)
      const decoded = pages.map(({ content }) => decodeFolders(content))
      return {
        items: arrangeFolders(decoded.flatMap(({ items }) => items)),
        skipped: decoded.flatMap(({ skipped }) => skipped),
      }
    },
    assetTags: (signal) => tagsOf('assetTags', signal),
    templateTags: (signal) => tagsOf('templateTags', signal),
    media: openMedia(origin, options.domains ?? null, connection, limits),
    onWait: (listener) => queue.onWait(listener),
  }
}
