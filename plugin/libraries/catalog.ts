import type { BrandColor, KitRef } from '../../shared/brand.ts'
import { colorName, GROUPINGS } from '../../shared/color-name.ts'
import type { TeamLibrary } from '../../shared/sync.ts'
import type { WithLink } from '../colors/link.ts'
import { legalName } from '../colors/names.ts'
import { readVariableLink } from '../colors/variables.ts'
import { refused } from '../refused.ts'

export type CatalogReader = Pick<PluginAPI, 'teamLibrary' | 'importStyleByKeyAsync' | 'variables'>

/** A variable of the file, imported from a library that is enabled in it. */
export interface BroughtVariable extends WithLink<Variable> {
  /** Of the library's file. */
  readonly library: string
}

/** What the libraries have that are enabled in the file; asked for once, as Figma tells it as of the file's opening. */
export interface Catalog {
  /**
   * Imports what may be the color: variables of its name that are linked to the kit. Rejects with
   * `Trouble` kind `library`.
   */
  bring(kit: KitRef, color: BrandColor): Promise<readonly BroughtVariable[]>
  /** The published paint style; rejects as `bring`, also where nobody has published it. */
  importStyle(key: string): Promise<PaintStyle | null>
  /** The library that has most of the kit's colors, and which; null where none has any. Rejects as `bring`. */
  libraryOf(kit: KitRef, colors: readonly BrandColor[]): Promise<TeamLibrary | null>
}

interface Collection {
  readonly library: string
  /** Keys of color variables, by their names with and without the folders in front. */
  readonly keys: ReadonlyMap<string, readonly string[]>
}

/** Milliseconds: somebody has clicked a color and waits. */
const PATIENCE_MS = 3_000

export function createCatalog(figma: CatalogReader): Catalog {
  let listed: Promise<readonly Collection[]> | null = null

  async function ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await Promise.race([
        request(),
        new Promise<never>((_, reject) => {
          setTimeout(() => reject(new Error('no answer')), PATIENCE_MS)
        }),
      ])
    } catch (error) {
      throw refused('library', '', error)
    }
  }

  function list(): Promise<readonly Collection[]> {
    listed ??= ask(async () => {
      // Not every editor that runs plugins has libraries.
      const { teamLibrary } = figma as Partial<CatalogReader>
      const all = (await teamLibrary?.getAvailableLibraryVariableCollectionsAsync()) ?? []
      // One that is not to be had any more, as it was enabled when the file was opened, keeps back no other.
      const without = (error: unknown): readonly LibraryVariable[] => {
        if (all.length === 1) throw error
        listed = null
        return []
      }
      return Promise.all(
        all.map(async ({ key, libraryName: library }) => ({
          library,
          keys: keysByName(
            await figma.teamLibrary.getVariablesInLibraryCollectionAsync(key).catch(without),
          ),
        })),
      )
    })
    // The next one who asks may have more luck.
    listed.catch(() => (listed = null))
    return listed
  }

  async function linkedIn(
    { library, keys }: Collection,
    kit: KitRef,
    color: BrandColor,
  ): Promise<readonly BroughtVariable[]> {
    const found = await Promise.all(
      keysOf(keys, kit, color).map((key) =>
        ask(() => figma.variables.importVariableByKeyAsync(key)),
      ),
    )
    return found.flatMap((item) => {
      const link = readVariableLink(item, kit.id)
      // In the library's own file, it is the file's own.
      return !link || !item.remote ? [] : [{ item, link, library }]
    })
  }

  return {
    async importStyle(key) {
      const style = await ask(() => figma.importStyleByKeyAsync(key))
      return style.type === 'PAINT' ? style : null
    },
    async bring(kit, color) {
      for (const collection of await list()) {
        const found = await linkedIn(collection, kit, color)
        if (found.length > 0) return found
      }
      return []
    },
    async libraryOf(kit, colors) {
      for (const collection of await list()) {
        const has = colors.flatMap((color, place) =>
          keysOf(collection.keys, kit, color).length > 0 ? [place] : [],
        )
        const first = colors[has[0] ?? -1]
        // One that is linked speaks for all that were published with it.
        if (!first || (await linkedIn(collection, kit, first)).length === 0) continue
        return { name: collection.library, has }
      }
      return null
    },
  }
}

function keysByName(variables: readonly LibraryVariable[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>()
  for (const { name, key, resolvedType } of variables) {
    if (resolvedType !== 'COLOR') continue
    // What several colors would be called alike is numbered; but a name may end in a number, too.
    for (const known of new Set([name, name.replace(/ \d+$/, '')])) {
      for (let tail = known; tail !== ''; tail = tail.replace(/^[^/]*\/?/, '')) {
        keys.set(tail, [...(keys.get(tail) ?? []), key])
      }
    }
  }
  return keys
}

/** By the name that a sync gives the color, whatever its prefix, with or without its palette. */
function keysOf(keys: Collection['keys'], kit: KitRef, color: BrandColor): readonly string[] {
  const named = GROUPINGS.map((grouping) =>
    colorName('variable', kit, color, {
      naming: { prefix: { type: 'none' }, grouping },
      collection: 'own',
    }),
  )
  return named.map((name) => keys.get(legalName('variable', name))).find((found) => found) ?? []
}
