import type { BrandAsset, BrandColor, BrandKit, Decoded, Folder } from '../../shared/brand.ts'
import { troubleOf } from '../../shared/trouble.ts'
import type { Ask, Client, ClientOptions, Known, Next, Page, Told } from './client.ts'
import { openConnection, type Connection } from './connection.ts'
import { ASSET_LISTS, decodeAssets, LOGO_LISTS, TEMPLATE_LISTS } from './decode/assets.ts'
import { COLOR_LISTS, decodeColors, isSeveralLists, withoutSharedIds } from './decode/colors.ts'
import { arrangeFolders, decodeFolders } from './decode/folders.ts'
import { decodeKits, isBesideLists, KIT_LISTS, partOfKit, SOLE_KIT_ID } from './decode/kits.ts'
import { decodeTags } from './decode/names.ts'
import type { NamesById } from './decode/reading.ts'
import { LIMITS } from './limits.ts'
import { openLists, withoutRepeats, type Asked, type ListRequest, type RawPage } from './lists.ts'
import { ASSET_TAGS, FOLDERS, openLookups, TEMPLATE_TAGS } from './lookups.ts'
import { openMedia } from './media.ts'
import { openQueue } from '../../shared/cliquify/queue.ts'
import type { KeptPage } from './replies.ts'
import { openSend } from './send.ts'

/** A list that is read as a whole, and what its pages hold. */
interface List<T> extends Asked {
  readonly decode: (pages: readonly KeptPage[]) => Decoded<T>
}

/** The client of one Cliquify API. */
export function createClient(options: ClientOptions): Client {
  const { origin, routes, replies, onAssets, cache } = options
  const limits = { ...LIMITS, ...options.limits }
  const queue = openQueue(limits.requestsPerMinute, limits.parallelRequests)
  const connection = openConnection({
    ...options,
    limits,
    openSend: (redact) => openSend(queue, limits, redact),
  })
  const lists = openLists(origin, connection, routes, cache)
  const lookups = openLookups(all, replies)

  /** Keeps what a list says; one that there is not, or no more, is not known any longer. */
  async function keeping<T extends KeptPage | readonly KeptPage[]>(
    list: Asked,
    loading: Promise<T>,
  ): Promise<T> {
    try {
      const pages = await loading
      replies.keep(list, [pages].flat())
      return pages
    } catch (error) {
      const { kind } = troubleOf(error)
      if (kind === 'not-offered' || kind === 'deleted') replies.keep(list, [])
      throw error
    }
  }

  function all(list: Asked, signal: AbortSignal, ask?: Ask): Promise<readonly RawPage[]> {
    return keeping(list, lists.all({ ...list, signal, ask }))
  }

  /** A list with all its pages, as it is told now. */
  async function told<T>(list: List<T>, signal: AbortSignal, ask?: Ask): Promise<Told<T>> {
    const pages = await all(list, signal, ask)
    return { ...list.decode(pages), ...heldSince(pages) }
  }

  /** What a list said last; null where it said nothing. */
  function known<T>(list: List<T>): Known<Decoded<T>> | null {
    const reply = replies.recall(list)
    if (reply === null || reply.pages.length === 0) return null
    return { value: list.decode(reply.pages), asOf: reply.asOf }
  }

  const kits: List<BrandKit> = {
    resource: 'kits',
    kitId: null,
    names: KIT_LISTS,
    isWhole: isBesideLists,
    isUnread: (content) => isUnread(decodeKits(content, origin)),
    decode(pages) {
      const decoded = pages.map(({ content }) => decodeKits(content, origin))
      return withoutRepeats(decoded, (kit) => kit.id)
    },
  }

  /** What a page holds of a kit, and whether it may hold what is another's. */
  function partOf(
    { content, isOfKit }: KeptPage,
    kitId: string,
    names: readonly string[],
  ): { readonly content: unknown; readonly isShared: boolean } {
    const isShared = !isOfKit && kitId !== SOLE_KIT_ID
    if (!isShared) return { content, isShared }
    return { content: partOfKit(content, kitId, known(kits)?.value.items ?? [], names), isShared }
  }

  function colorsOf(kitId: string): List<BrandColor> {
    return {
      resource: 'colors',
      kitId,
      names: COLOR_LISTS,
      isWhole: isSeveralLists,
      decode(pages) {
        const decoded = pages.map((page) => {
          const { content, isShared } = partOf(page, kitId, COLOR_LISTS)
          return decodeColors(content, isShared ? kitId : null)
        })
        return withoutSharedIds(withoutRepeats(decoded, ({ id, name }) => id && `${id} ${name}`))
      },
    }
  }

  function logosOf(kitId: string): List<BrandAsset> {
    return {
      resource: 'logos',
      kitId,
      names: LOGO_LISTS,
      decode(pages) {
        const namesById: NamesById = new Map()
        const decoded = pages.map((page) => {
          const { content, isShared } = partOf(page, kitId, LOGO_LISTS)
          return decodeAssets(content, { kind: 'logo', kitId, origin, isShared, namesById })
        })
        return withoutRepeats(decoded, (logo) => logo.id)
      },
    }
  }

  /** A company without a list of kits still has one where it has colors or logos. */
  async function soleKit(
    notOffered: unknown,
    signal: AbortSignal,
    ask: Ask | undefined,
  ): Promise<Told<BrandKit>> {
    const colors = await told(colorsOf(SOLE_KIT_ID), signal, ask).catch(orWhereNotOffered(null))
    const logos =
      colors === null
        ? await told(logosOf(SOLE_KIT_ID), signal).catch(orWhereNotOffered(null))
        : null
    const list = colors ?? logos
    if (list === null) throw notOffered
    return { ...soleKitWith(colors, logos), ...heldSince([list]) }
  }

  function knownSoleKit(): Known<Decoded<BrandKit>> | null {
    const colors = known(colorsOf(SOLE_KIT_ID))
    const logos = colors === null ? known(logosOf(SOLE_KIT_ID)) : null
    const list = colors ?? logos
    if (list === null) return null
    const value = soleKitWith(colors?.value ?? null, logos?.value ?? null)
    return { value, asOf: list.asOf }
  }

  function decodePage(
    kind: 'asset' | 'template',
    content: unknown,
    namesById: NamesById = new Map(),
  ): Decoded<BrandAsset> {
    return decodeAssets(content, { kind, kitId: null, origin, namesById })
  }

  async function page(
    kind: 'asset' | 'template',
    from: Next | null,
    signal: AbortSignal,
  ): Promise<Page<BrandAsset>> {
    const request: ListRequest = {
      ...LONG_LISTS[kind],
      isUnread: (content) => isUnread(decodePage(kind, content)),
      signal,
    }
    const { lifetime } = connection
    const raw = await (from === null
      ? keeping(request, lists.first(request))
      : lists.following(request, from))
    const namesById = new Map(from?.namesById)
    const { items, skipped } = decodePage(kind, raw.content, namesById)
    const now = lookups.completeFromKept(items)
    onAssets(now)
    // Assets are worth more than the names of their tags and folders.
    void lookups.complete(items, signal).then((complete) => {
      // They are not the brand's of whoever has connected since.
      if (!lifetime.aborted) onAssets(complete)
    })
    const next = raw.next && { ...raw.next, namesById }
    return { items: now, skipped, next, ...heldSince([raw]) }
  }

  function knownPage(kind: 'asset' | 'template'): Known<Decoded<BrandAsset>> | null {
    const decode = ([first]: readonly KeptPage[]): Decoded<BrandAsset> => {
      const { items, skipped } = decodePage(kind, first?.content)
      return { items: lookups.completeFromKept(items), skipped }
    }
    return known({ ...LONG_LISTS[kind], decode })
  }

  // The connection itself, and no copy: its session changes.
  return Object.assign<Connection, Omit<Client, keyof Connection>>(connection, {
    async brandKits(signal, ask) {
      try {
        return await told(kits, signal, ask)
      } catch (error) {
        if (!isNotOffered(error)) throw error
        return await soleKit(error, signal, ask)
      }
    },
    colors: async (kit, signal, ask) =>
      kit.colors ??
      (await told(colorsOf(kit.id), signal, ask).catch(orWhereNotOffered(kit.fields?.colors))),
    async logos(kit, signal) {
      const logos =
        kit.logos ??
        (await told(logosOf(kit.id), signal).catch(orWhereNotOffered(kit.fields?.logos)))
      onAssets(logos.items)
      return logos
    },
    assets: (from, signal) => page('asset', from, signal),
    templates: (from, signal) => page('template', from, signal),
    folders: (signal) => told(folders, signal),
    assetTags: (signal) => told(assetTags, signal),
    templateTags: (signal) => told(templateTags, signal),
    known: {
      brandKits: () => known(kits) ?? knownSoleKit(),
      colors: (kit) => (kit.colors === null ? known(colorsOf(kit.id)) : null),
      logos: (kit) => (kit.logos === null ? known(logosOf(kit.id)) : null),
      assets: () => knownPage('asset'),
      templates: () => knownPage('template'),
      folders: () => known(folders),
      assetTags: () => known(assetTags),
      templateTags: () => known(templateTags),
    },
    media: openMedia(origin, options.domains ?? null, connection, limits),
    onWait: queue.onWait,
  })
}

/** Whether there was something, and nothing of it could be read. */
function isUnread({ items, skipped }: Decoded<unknown>): boolean {
  return items.length === 0 && skipped.length > 0
}

function soleKitWith(colors: BrandKit['colors'], logos: BrandKit['logos']): Decoded<BrandKit> {
  return { items: [{ id: SOLE_KIT_ID, name: 'Brand kit', colors, logos }], skipped: [] }
}

/** Since when a relay has had what of these it has had longest. */
function heldSince(pages: readonly Pick<Told<never>, 'asOf'>[]): Pick<Told<never>, 'asOf'> {
  const times = pages.flatMap(({ asOf }) => asOf ?? [])
  return times.length === 0 ? {} : { asOf: Math.min(...times) }
}

const LONG_LISTS: Readonly<Record<'asset' | 'template', Asked>> = {
  asset: { resource: 'assets', kitId: null, names: ASSET_LISTS },
  template: { resource: 'templates', kitId: null, names: TEMPLATE_LISTS },
}

const folders: List<Folder> = {
  ...FOLDERS,
  decode(pages) {
    const decoded = pages.map(({ content }) => decodeFolders(content))
    const { items, skipped } = withoutRepeats(decoded, ({ id }) => id)
    return { items: arrangeFolders(items), skipped }
  },
}

const assetTags: List<string> = { ...ASSET_TAGS, decode: tagsIn }
const templateTags: List<string> = { ...TEMPLATE_TAGS, decode: tagsIn }

function tagsIn(pages: readonly KeptPage[]): Decoded<string> {
  const tags = pages.flatMap(({ content }) => decodeTags(content))
  const items = [...new Set(tags.map(({ name }) => name))]
  return { items, skipped: [] }
}

/** Has a list that there is not be another one, unless that is empty or missing, too. */
function orWhereNotOffered<T extends Decoded<unknown> | null>(
  other: T | undefined,
): (error: unknown) => T {
  return (error) => {
    if (other === undefined || other?.items.length === 0 || !isNotOffered(error)) throw error
    return other
  }
}

function isNotOffered(error: unknown): boolean {
  return troubleOf(error).kind === 'not-offered'
}
