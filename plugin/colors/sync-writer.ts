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
  const variables = rows.some(({ parts }) => parts.some(needsHome))
    ? await openHome(figma, kit, file, rows, created)
    : null
  return {
    write({ parts }) {
      let variable: Variable | null = null
      for (const part of parts) {
        if (part.kind === 'variable') variable = variables?.write(part) ?? null
        else if (part.outcome !== 'unchanged' && part.outcome !== 'skipped') {
          styles.write(part, variable)
        }
      }
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
    renamed: new Set(rows.flatMap(({ parts }) => parts.flatMap(renamedId))),
    created: (variable, identity) => created.variables.set(identity, variable),
  })
}

type Part = PlanRow['parts'][number]

function needsHome({ kind, outcome }: Part): boolean {
  return kind === 'variable' && outcome !== 'skipped'
}

function renamedId({ kind, itemId, link, before }: Part): readonly string[] {
  const renamed = kind === 'variable' && link !== null && link.name !== before?.name
  return renamed && itemId !== null ? [itemId] : []
}
