import type { KitRef } from '../../shared/brand.ts'
import type { Created } from './new-copies.ts'
import { QUIET, type PlanRow } from './plan.ts'
import type { ColorFile } from './read-file.ts'
import { openStyleOrder } from './style-order.ts'
import { createStyleWriter, type StyleHost } from './style-writer.ts'
import type { UseReader } from './variable-uses.ts'
import { createVariableWriter } from './variable-writer.ts'

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
  const place = openStyleOrder(figma, plan, file.styles)
  const writeStyle = createStyleWriter(figma, file.styles, file.profile, (style, identity) => {
    created.styles.add(style.id)
    place(style, identity)
  })
  const writesVariables = rows.some(
    ({ variable }) => variable !== null && variable.outcome !== 'skipped',
  )
  const variables = writesVariables
    ? await createVariableWriter(figma, kit, file, rows, created)
    : null
  return {
    write({ variable, style }) {
      // It comes first, as the style may be bound to it.
      const written = variable ? (variables?.write(variable) ?? null) : null
      if (style && !QUIET.has(style.outcome)) writeStyle(style, written)
    },
    displaced: () => variables?.displaced() ?? null,
  }
}
