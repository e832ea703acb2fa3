import type { BrandColor, KitRef } from '../../shared/brand.ts'
import type { LibraryNews } from '../../shared/library.ts'
import { sameAppearance } from '../colors/appearance.ts'
import { identifyColors } from '../colors/identity.ts'
import { allShownIn } from '../colors/paints.ts'
import { readStyleLink } from '../colors/styles.ts'
import { readVariableLink } from '../colors/variables.ts'
import { readNote, writeNote } from '../notes.ts'
import { listOf, text } from '../read.ts'
import type { Storage } from '../storage.ts'
import type { Linked } from './libraries.ts'

export type NewsHost = Pick<PluginAPI, 'root' | 'getStyleByIdAsync' | 'variables'>

const KEY_PREFIX = 'used-'
/** Ids of Figma's that a note has room for; those that were noted last are kept. */
const MOST_IDS = 900
/** Files whose count a device remembers. */
const MOST_FILES = 100

const readIds = listOf(text)

function usedIn(root: DocumentNode, kitId: string): readonly string[] {
  return readIds(readNote(root, KEY_PREFIX + kitId)?.['ids']) ?? []
}

/** Notes which styles and variables of libraries layers have now, as Figma does not list them; writes only news. */
export function noteUsed(
  root: DocumentNode,
  kitId: string,
  links: readonly (Linked | null)[],
): void {
  const known = usedIn(root, kitId)
  const used = links.flatMap((link) => (link?.library == null ? [] : link.item.id))
  const added = used.filter((id) => !known.includes(id))
  if (added.length === 0) return
  const ids = [...known, ...new Set(added)].slice(-MOST_IDS)
  writeNote(root, KEY_PREFIX + kitId, { ids })
}

/**
 * How many colors a library has since the file was last open on this device, and how many the file
 * shows as they were before; nothing is written into it.
 */
export async function newsOf(
  figma: NewsHost,
  storage: Pick<Storage, 'get' | 'set'>,
  { kit, colors }: { readonly kit: KitRef; readonly colors: readonly BrandColor[] },
  { name, has }: { readonly name: string; readonly has: readonly number[] },
): Promise<LibraryNews> {
  const { root } = figma
  const seen = (await storage.get('seen')) ?? {}
  const place = JSON.stringify([kit.id, name, root.name])
  const before = seen[place] ?? has.length
  if (seen[place] !== has.length) {
    const latest = Object.entries({ ...seen, [place]: has.length }).slice(-MOST_FILES)
    // Where it cannot be kept, it is told again.
    await storage.set('seen', Object.fromEntries(latest)).catch(() => undefined)
  }

  const links = await Promise.all(
    usedIn(root, kit.id).map(async (id) => {
      // Everybody may write notes; Figma is not known to take any text for an id.
      const style = await figma.getStyleByIdAsync(id).catch(() => null)
      if (style?.type === 'PAINT') return readStyleLink(style)
      const variable = await figma.variables.getVariableByIdAsync(id).catch(() => null)
      return variable && readVariableLink(variable, kit.id)
    }),
  )
  const shown = allShownIn(root, colors)
  const { identities } = identifyColors(shown)
  const byIdentity = new Map(shown.map((color) => [identities.get(color), color]))
  const changed = new Set(
    links.flatMap((link) => {
      const color = byIdentity.get(link?.color)
      if (!link || !color) return []
      return sameAppearance(link, color) ? [] : [link.color]
    }),
  )
  return { added: Math.max(0, has.length - before), changed: changed.size }
}
