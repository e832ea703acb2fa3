import type { BrandColor, KitRef } from '../../shared/brand.ts'
import type { ColorUse, TeamLibrary } from '../../shared/sync.ts'
import type { NotedStyles } from '../../shared/published-styles.ts'
import { isDesign, type EditorHost } from '../editor-of.ts'
import { sameAppearance } from '../colors/appearance.ts'
import { identifyColors, identityAmong } from '../colors/identity.ts'
import type { WithLink } from '../colors/link.ts'
import { allShownIn } from '../colors/paints.ts'
import { readStyleLink } from '../colors/styles.ts'
import { createCatalog, type CatalogReader } from './catalog.ts'
import { stylesNotedIn, type StyleNotes } from './published-styles.ts'

/** What stands for a color: of the file itself, or of a library. */
export interface Linked<T extends PaintStyle | Variable = PaintStyle | Variable> {
  readonly item: T
  /** The name of the library's file; null for what is the file's own. */
  readonly library: string | null
  /** Whether the library has another value than Cliquify. */
  readonly lags: boolean
}

/** A color as libraries have it; null where none has. */
export interface Published {
  readonly style: Linked<PaintStyle> | null
  readonly variable: Linked<Variable> | null
}

/** The colors of a kit that libraries of the team publish. */
export interface Libraries {
  /** Imported where it was not yet; rejects with `Trouble` kind `library`. */
  published(use: Omit<ColorUse, 'as'>): Promise<Published>
  /** The library that has the kit's colors; null where none has. Rejects as `published`. */
  of(kit: KitRef, colors: readonly BrandColor[]): Promise<TeamLibrary | null>
}

export type LibraryHost = CatalogReader & EditorHost & Pick<PluginAPI, 'root'>

export function createLibraries(figma: LibraryHost, notes: StyleNotes): Libraries {
  const catalog = createCatalog(figma)
  /** Names of files that have published nothing, though somebody synced them. */
  const refused = new Set<string>()

  /** The style under a key that is noted; null where it was never published, or is of another color. */
  async function importNoted(
    { library, keys, isPublished }: NotedStyles,
    kit: KitRef,
    identity: string,
  ): Promise<WithLink<PaintStyle> | null> {
    const key = keys[identity]
    if (key === undefined || refused.has(library)) return null
    // Figma does not tell what is not published from what it could not ask for.
    const item = await catalog.importStyle(key).catch(() => null)
    if (!item && !isPublished) refused.add(library)
    const link = item ? readStyleLink(item) : null
    // Where it was noted, it is the file's own.
    const isIt = item?.remote && link?.kitId === kit.id && link.color === identity
    return isIt ? { item, link } : null
  }

  async function noted(kit: KitRef): Promise<readonly NotedStyles[]> {
    const own = stylesNotedIn(figma.root, kit.id)
    return [...(await notes.read(kit.id)), ...(own ? [own] : [])]
  }

  async function published({ kit, color, namesakes }: Omit<ColorUse, 'as'>): Promise<Published> {
    const all = allShownIn(figma.root, [color, ...namesakes])
    const [shown = color] = all
    const linkedTo = <T extends PaintStyle | Variable>(
      { item, link }: WithLink<T>,
      library: string,
    ): Linked<T> => ({ item, library, lags: !sameAppearance(link, shown) })

    let style: Published['style'] = null
    for (const known of await noted(kit)) {
      const found = await importNoted(known, kit, identityAmong(kit.id, all, []) ?? '')
      if (!found) continue
      style = linkedTo(found, known.library)
      break
    }
    // A variable cannot hold a gradient.
    const brought = shown.gradient ? [] : await catalog.bring(kit, color)
    const identity = identityAmong(kit.id, all, brought)
    const match = brought.find(({ link }) => link.color === identity)
    return { style, variable: match ? linkedTo(match, match.library) : null }
  }

  return {
    published,
    async of(kit, colors) {
      // Elsewhere there are neither styles nor variables to use.
      if (!isDesign(figma)) return null
      const library = await catalog.libraryOf(kit, colors)
      if (library) return library
      const { identities } = identifyColors(colors)
      for (const known of await noted(kit)) {
        const has = [...identities].filter(([, identity]) => identity in known.keys)
        const [first] = has
        if (first && (await importNoted(known, kit, first[1]))) {
          return { name: known.library, has: has.map(([color]) => colors.indexOf(color)) }
        }
      }
      return null
    },
  }
}
