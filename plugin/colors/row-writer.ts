import type { KitRef } from '../../shared/protocol.ts'
import { ensureCollection, findCollections, otherModes } from './collections.ts'
import type { Created } from './new-copies.ts'
import type { PlanRow } from './plan.ts'
import type { ColorFile } from './read-file.ts'
import { openStyleOrder } from './style-order.ts'
import { createStyleWriter, type StyleHost } from './style-writer.ts'
import { usedVariables, type UseReader } from './variable-uses.ts'
import { createVariableWriter, type VariableWriter } from './variable-writer.ts'

export type RowHost = StyleHost & UseReader

export interface RowWriter {
  /** Throws where an item could not be written; each is then as it was, or complete. */
  write(row: PlanRow): void
  /** The id of a variable whose row must be written next; null where any may. */
  displaced(): string | null
}

/** Writes rows of styles, variables or both; notes in `created` what it makes. `plan`: all rows. */
export async function createRowWriter(
  figma: RowHost,
  kit: KitRef,
  file: ColorFile,
  rows: readonly PlanRow[],
  created: Created,
  plan: readonly PlanRow[],
): Promise<RowWriter> {
  const order = openStyleOrder(figma, plan, file.styles)
  const styles = createStyleWriter(figma, file.styles, file.profile, (style, identity) => {
    created.styles.add(style.id)
    order.place(style, identity)
  })
  const writesVariables = rows.some(
    ({ variable }) => variable !== null && variable.outcome !== 'skipped',
  )
  const variables = writesVariables ? await openVariables(figma, kit, file, rows, created) : null
  return {
    write({ variable, style }) {
      // It comes first, as the style may be bound to it.
      const written = variable === null ? null : (variables?.write(variable) ?? null)
      if (style === null || style.outcome === 'unchanged' || style.outcome === 'skipped') return
      styles.write(style, written)
    },
    displaced: () => variables?.displaced() ?? null,
  }
}

async function openVariables(
  figma: RowHost,
  kit: KitRef,
  { options, profile, variables, isPredecessor }: ColorFile,
  rows: readonly PlanRow[],
  created: Created,
): Promise<VariableWriter> {
  const all = await figma.variables.getLocalVariableCollectionsAsync()
  const found = findCollections(all, kit, options, isPredecessor)
  const collection = ensureCollection(figma, found, kit, options, isPredecessor)
  const isNew = !found.collections.includes(collection)
  if (isNew) created.collection = collection
  const deleted = rows.flatMap(({ variable }) =>
    variable?.outcome === 'removed' ? (variable.before?.id ?? []) : [],
  )
  return createVariableWriter({
    ...{ figma, collection, kitId: kit.id, profile, variables, isPredecessor },
    modes: new Map(
      [...found.collections, collection].map((each) => [
        each.id,
        { own: found.modeOf(each), others: otherModes(each, kit, isPredecessor) },
      ]),
    ),
    used: deleted.length === 0 ? NONE : await usedVariables(figma, new Set(deleted)),
    renamed: renamedIn(rows, variables),
    created: ({ id }) => created.variables.add(id),
  })
}

const NONE: ReadonlySet<string> = new Set()

function renamedIn(
  rows: readonly PlanRow[],
  variables: ReadonlyMap<string, Variable>,
): ReadonlySet<Variable> {
  const renamed = rows.flatMap(({ variable }) => {
    if (variable?.link == null || variable.before === null) return []
    const { link, before } = variable
    return link.name === before.name ? [] : (variables.get(before.id) ?? [])
  })
  return new Set(renamed)
}
