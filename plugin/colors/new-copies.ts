import type { KitRef } from '../../shared/brand.ts'
import type { SyncOptions } from '../../shared/sync.ts'
import { copiesIn, originalsOf } from './copies.ts'
import { linkedVariables, type ColorReader } from './read-file.ts'
import { stylePart } from './parts.ts'
import { openRebind } from './rebind.ts'
import { linkedStyles, localStyles } from './styles.ts'

/** What a sync made. */
export interface Created {
  /** Ids. */
  readonly styles: Set<string>
  readonly variables: Set<string>
  /** The kit's collection, where this sync made it. */
  collection: VariableCollection | null
}

/**
 * Where another client created the same during this sync, what comes first in the file stays: both
 * clients agree on that. Only what was made just now is removed.
 */
export async function removeNewCopies(
  figma: ColorReader,
  kit: KitRef,
  options: SyncOptions,
  created: Created,
): Promise<void> {
  if (created.styles.size > 0) {
    for (const { copy } of copiesIn(await linkedStyles(figma, kit))) {
      if (created.styles.has(copy.id)) copy.remove()
    }
  }
  if (created.variables.size === 0) return
  const copied = copiesIn(await linkedVariables(figma, kit, options))
  const copies = copied.filter(({ copy }) => created.variables.has(copy.id))
  if (copies.length === 0) return
  // Only styles can use a variable that was made just now.
  const rebind = openRebind(figma, { byId: originalsOf(copies) })
  for await (const style of localStyles(figma)) stylePart(style).recolored(rebind)?.()
  for (const { copy } of copies) copy.remove()
  const { collection } = created
  if (collection?.variableIds.length === 0) collection.remove()
}
