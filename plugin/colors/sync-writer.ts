import type { KitRef } from '../../shared/protocol.ts'
import type { RowWriter } from './apply.ts'
import { ensureHome, findHome } from './collections.ts'
import type { PlanRow } from './plan-colors.ts'
import type { ColorFile } from './read-colors.ts'
import { createStyleWriter, type StyleHost } from './style-writer.ts'
import type { Created } from './twins.ts'
import { createVariableWriter, type VariableWriter } from './variable-writer.ts'

/** Writes rows of styles, variables or both; notes in `created` what it makes. */
export async function createSyncWriter(
  figma: StyleHost,
  kit: KitRef,
  file: ColorFile,
  rows: readonly PlanRow[],
  created: Created,
): Promise<RowWriter> {
  const styles = createStyleWriter(figma, file.styles, file.profile, (style, identity) =>
    created.styles.set(identity, style),
  )
  const variables = rows.some(needsHome) ? await openHome(figma, kit, file, rows, created) : null
  return {
    write({ variable, style }) {
      // It comes first, as the style may be bound to it.
      const written = variable === null ? null : (variables?.write(variable) ?? null)
      if (style === null || style.outcome === 'unchanged' || style.outcome === 'skipped') return
      styles.write(style, written)
    },
    takeDisplaced: () => variables?.takeDisplaced() ?? null,
  }
}

async function openHome(
  figma: StyleHost,
  kit: KitRef,
  { options, profile, variables }: ColorFile,
  rows: readonly PlanRow[],
  created: Created,
): Promise<VariableWriter> {
  const home = findHome(await figma.variables.getLocalVariableCollectionsAsync(), kit, options)
  const { collection, modeId, isNew } = ensureHome(figma, home, kit, options)
  if (isNew) created.collection = collection
  const modes = new Map(home.collections.map((each) => [each.id, home.modeOf(each)]))
  modes.set(collection.id, modeId)
  return createVariableWriter({
    ...{ figma, collection, kitId: kit.id, profile, variables },
    modeOf: (collectionId) => modes.get(collectionId) ?? modeId,
    renamed: new Set(rows.flatMap(renamedId)),
    created: (variable, identity) => created.variables.set(identity, variable),
  })
}

function needsHome({ variable }: PlanRow): boolean {
  return variable !== null && variable.outcome !== 'skipped'
}

function renamedId({ variable }: PlanRow): readonly string[] {
  if (variable?.link == null || variable.before === null) return []
  return variable.link.name === variable.before.name ? [] : [variable.before.id]
}
