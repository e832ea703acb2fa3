import { localStyles } from './read-colors.ts'
import { readStyleLink } from './styles.ts'

/**
 * Where another client created a style for the same color during this sync, the one that comes
 * first in the file stays: both clients agree on that. Only styles made just now are removed.
 */
export async function dropTwins(
  figma: Pick<PluginAPI, 'getLocalPaintStylesAsync'>,
  kitId: string,
  before: ReadonlyMap<string, PaintStyle>,
  created: ReadonlyMap<string, PaintStyle>,
): Promise<void> {
  const own = new Set([...created.values()].map(({ id }) => id))
  const seen = new Set<string>()
  for (const [id, style] of await localStyles(figma)) {
    if (before.has(id)) continue
    const link = readStyleLink(style)
    if (link?.kitId !== kitId) continue
    if (seen.has(link.color) && own.has(id)) style.remove()
    seen.add(link.color)
  }
}
