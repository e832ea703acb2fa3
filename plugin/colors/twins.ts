import type { KitRef, SyncOptions } from '../../shared/protocol.ts'
import { inSlices, type Steps } from '../pace.ts'
import { rebound } from './rebind.ts'
import { kitVariables, type ColorReader, type ColorFile } from './read-colors.ts'
import type { FileItem } from './file-items.ts'
import { nameNow } from './name-now.ts'
import { readStyleLink } from './styles.ts'

/** What a sync made, by the color's identity. */
export interface Created {
  readonly styles: Map<string, PaintStyle>
  readonly variables: Map<string, Variable>
  /** The kit's collection, where this sync made it. */
  collection: VariableCollection | null
}

/**
 * Where another client created the same during this sync, what comes first in the file stays: both
 * clients agree on that. Only what was made just now is removed.
 */
export async function dropTwins(
  figma: ColorReader,
  kit: KitRef,
  file: ColorFile,
  created: Created,
): Promise<void> {
  if (created.styles.size > 0) {
    const now = await figma.getLocalPaintStylesAsync()
    await inSlices(dropStyles(now, kit.id, file.styles, created))
  }
  if (created.variables.size > 0) await dropVariables(figma, kit, file.options, created)
}

function* dropStyles(
  styles: readonly PaintStyle[],
  kitId: string,
  before: ReadonlyMap<string, PaintStyle>,
  created: Created,
): Steps<void> {
  const own = yield* idsOf(created.styles)
  const seen = new Set<string>()
  for (const style of styles) {
    yield
    if (before.has(style.id) || nameNow(style) === null) continue
    const link = readStyleLink(style)
    if (link?.kitId !== kitId) continue
    if (seen.has(link.color) && own.has(style.id)) style.remove()
    seen.add(link.color)
  }
}

async function dropVariables(
  figma: ColorReader,
  kit: KitRef,
  options: SyncOptions,
  created: Created,
): Promise<void> {
  const { items, variables } = await kitVariables(figma, kit, options, 'SRGB')
  const twins = await inSlices(findTwins(items.items, variables, created))
  if (twins.size === 0) return
  await inSlices(bindStyles(figma, await figma.getLocalPaintStylesAsync(), twins))
  for (const id of twins.keys()) variables.get(id)?.remove()
  const { collection } = created
  if (collection !== null && collection.variableIds.length === 0) collection.remove()
}

/** What stays, by the ids of own variables that came second. */
function* findTwins(
  items: readonly FileItem[],
  variables: ReadonlyMap<string, Variable>,
  created: Created,
): Steps<ReadonlyMap<string, Variable>> {
  const own = yield* idsOf(created.variables)
  const first = new Map<string, Variable>()
  const twins = new Map<string, Variable>()
  for (const { id, link } of items) {
    yield
    const variable = variables.get(id)
    if (link === null || variable === undefined) continue
    const kept = first.get(link.color)
    if (kept === undefined) first.set(link.color, variable)
    else if (own.has(id)) twins.set(id, kept)
  }
  return twins
}

function* idsOf(created: ReadonlyMap<string, { readonly id: string }>): Steps<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (const { id } of created.values()) {
    ids.add(id)
    yield
  }
  return ids
}

/** Only styles can use a variable that was made just now. */
function* bindStyles(
  figma: ColorReader,
  styles: readonly PaintStyle[],
  twins: ReadonlyMap<string, Variable>,
): Steps<void> {
  for (const style of styles) {
    yield
    if (nameNow(style) === null || style.remote) continue
    const paints = rebound(figma, style.paints, twins)
    if (paints !== null) style.paints = paints
  }
}
