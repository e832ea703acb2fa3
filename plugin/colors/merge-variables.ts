import type { MergedCopy } from '../../shared/protocol.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { removeCopy, type Copy } from './copies.ts'
import { nameNow } from './name-now.ts'
import { rebound } from './rebind.ts'
import type { ColorReader } from './read-file.ts'
import { localStyles } from './styles.ts'
import { namedByVariables, namedIn, walk } from './variable-uses.ts'

export type CopyHost = ColorReader &
  Pick<PluginAPI, 'getLocalEffectStylesAsync' | 'loadAllPagesAsync' | 'mixed'>

/** What is known of the copies while everything that may use them is looked through. */
interface Merge {
  readonly figma: CopyHost
  /** By the ids of the copies. */
  readonly originals: ReadonlyMap<string, Variable>
  /** Ids of the copies and of their collections. */
  readonly ids: ReadonlySet<string>
  /** Those of them that something still uses. */
  readonly needed: Set<string>
  /** How many layers were put on the original, by the ids of the copies. */
  readonly layers: Map<string, number>
}

/**
 * Figma does not tell what uses a variable, so everything is looked through once. A copy is deleted
 * only where nothing was found that still needs it. Empty where it was cancelled.
 */
export async function mergeVariables(
  figma: CopyHost,
  copies: readonly Copy<Variable>[],
  cancelled: () => boolean,
): Promise<readonly MergedCopy[]> {
  const merge: Merge = {
    figma,
    originals: new Map(copies.map(({ copy, original }) => [copy.id, original])),
    ids: new Set(copies.flatMap(({ copy }) => [copy.id, copy.variableCollectionId])),
    needed: new Set(),
    layers: new Map(),
  }
  for await (const style of localStyles(figma)) {
    move(merge, style.paints, (paints) => (style.paints = paints))
  }
  for (const { effects } of await figma.getLocalEffectStylesAsync()) keepFor(merge, effects)
  for (const variable of await figma.variables.getLocalVariablesAsync('COLOR')) {
    await yieldIfDue()
    if (nameNow(variable) !== null) moveAliases(merge, variable)
  }
  for (const id of await namedByVariables(figma.variables, merge.ids)) merge.needed.add(id)
  // A layer in an instance follows its component, unless it was changed before that.
  const instances: InstanceNode[] = []
  for (const nodes of [walk(figma.root.children, instances), walk(instances)]) {
    for (const node of nodes) {
      await yieldIfDue()
      if (cancelled()) return []
      if (!node.removed) visit(merge, node)
    }
  }
  const there = copies.filter(({ copy }) => nameNow(copy) !== null)
  const emptied = new Set(there.map(({ copy }) => copy.variableCollectionId))
  const { needed, layers } = merge
  const rows = copies.map(({ copy }) =>
    removeCopy('variable', copy, layers.get(copy.id) ?? 0, needed.has(copy.id)),
  )
  for (const { original } of there) emptied.delete(original.variableCollectionId)
  for (const id of needed) emptied.delete(id)
  await removeEmpty(figma, emptied)
  return rows
}

/** Collections that held nothing but copies. */
async function removeEmpty({ variables }: CopyHost, ids: ReadonlySet<string>): Promise<void> {
  for (const id of ids) {
    const collection = await variables.getVariableCollectionByIdAsync(id)
    if (collection?.variableIds.length === 0) collection.remove()
  }
}

/** What a style gives a layer is the style's to change. */
function visit(merge: Merge, node: BaseNode): void {
  if (node.type === 'PAGE') {
    keepFor(merge, node.backgrounds)
    if ('prototypeBackgrounds' in node) keepFor(merge, node.prototypeBackgrounds)
  }
  const moved = new Set<string>()
  if ('fills' in node && node.fills !== merge.figma.mixed) {
    if (node.fillStyleId === '') move(merge, node.fills, (fills) => (node.fills = fills), moved)
  } else if (node.type === 'TEXT') {
    keepFor(merge, node.getStyledTextSegments(['fills']))
  } else if ('vectorNetwork' in node) {
    keepFor(merge, node.vectorNetwork.regions)
  }
  if ('strokes' in node && node.strokeStyleId === '') {
    move(merge, node.strokes, (strokes) => (node.strokes = strokes), moved)
  }
  if ('effects' in node) keepFor(merge, node.effects)
  if ('reactions' in node) keepFor(merge, node.reactions)
  for (const id of moved) merge.layers.set(id, (merge.layers.get(id) ?? 0) + 1)
}

/** Binds paints to the originals; notes in `moved` whose copies they showed. */
function move(
  merge: Merge,
  paints: readonly Paint[],
  write: (paints: readonly Paint[]) => void,
  moved = new Set<string>(),
): void {
  const next = rebound(merge.figma, paints, merge.originals)
  if (next === null) return
  try {
    write(next)
    for (const id of namedIn(paints, merge.ids)) moved.add(id)
  } catch {
    keepFor(merge, paints)
  }
}

function moveAliases(merge: Merge, variable: Variable): void {
  for (const [modeId, value] of Object.entries(variable.valuesByMode)) {
    if (typeof value !== 'object' || !('id' in value)) continue
    const original = merge.originals.get(value.id)
    if (original === undefined || original.id === variable.id) continue
    try {
      variable.setValueForMode(modeId, merge.figma.variables.createVariableAlias(original))
    } catch {
      // It is found to be in use then.
    }
  }
}

/** Notes that what is named in paints, effects or reactions cannot be deleted. */
function keepFor(merge: Merge, bound: unknown): void {
  for (const id of namedIn(bound, merge.ids)) merge.needed.add(id)
}
