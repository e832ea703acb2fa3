import { ifAble } from '../if-able.ts'
import { memberOf } from '../member-of.ts'
import { isPage } from '../layer.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { nameNow } from './name-now.ts'
import type { ColorReader } from './read-file.ts'
import { layerParts, partOf, stylePart, type Part } from './parts.ts'
import { openRebind, type Rebinding } from './rebind.ts'
import { localStyles } from './styles.ts'
import { namedByVariables, namedIn, walk } from './variable-uses.ts'

export type MoveHost = ColorReader &
  Pick<PluginAPI, 'getLocalEffectStylesAsync' | 'loadAllPagesAsync' | 'mixed'>

/** What becomes of what uses styles and variables that others take the place of. */
export interface Moves {
  /** False where the uses are only counted. */
  readonly writes: boolean
  /** Layers that keep what they use. */
  leaves(node: BaseNode): boolean
  /** Told of each layer that is put on another style or variable, and of which it was on. */
  moved(id: string, node: BaseNode): void
  readonly cancelled: () => boolean
}

/**
 * Puts the layers of a style on another one, or binds them to a variable; whether nothing uses it any more,
 * or would not, where the uses are only counted.
 */
export async function moveStyle(
  figma: MoveHost,
  from: PaintStyle,
  to: PaintStyle | Variable,
  moves: Moves,
): Promise<boolean> {
  // A variable has one color.
  if (!('type' in to) && from.paints.some(({ type }) => type !== 'SOLID')) return false
  const color = 'type' in to ? null : figma.variables.createVariableAlias(to)
  let isFree = true
  for (const { node } of await from.getStyleConsumersAsync()) {
    await yieldIfDue()
    if (moves.cancelled()) return false
    const parts = layerParts(node).filter(({ styleId }) => styleId === from.id)
    // A layer in an instance may have followed its component by now.
    if (parts.length === 0) continue
    if (moves.leaves(node)) {
      isFree = false
      continue
    }
    for (const { recolored, restyle } of moves.writes ? parts : []) {
      if (!color) await restyle?.(to.id)
      // The alpha is the variable's.
      else recolored((paint) => ({ ...paint, opacity: 1, boundVariables: { color } }))?.()
    }
    moves.moved(from.id, node)
  }
  if (!moves.writes) return isFree
  // Somebody else may use it by now, or have deleted it.
  const left = await from.getStyleConsumersAsync().catch(() => null)
  return left?.length === 0
}

/**
 * Binds what is bound to variables to others, and what `rebinding` says of paints that are bound to none.
 * Figma does not tell what uses a variable, so everything is looked through once. Resolves with the ids,
 * among `ids`, of what something still needs; null where it was cancelled.
 */
export async function moveVariables(
  figma: MoveHost,
  rebinding: Rebinding,
  ids: ReadonlySet<string>,
  moves: Moves,
): Promise<ReadonlySet<string> | null> {
  const needed = new Set<string>()
  /** Notes that what is named in paints, effects or reactions cannot be deleted. */
  const keepFor = (used: unknown): void => {
    for (const id of namedIn(used, ids)) needed.add(id)
  }
  let used: string[] = []
  const rebind = openRebind(figma, rebinding, (id) => used.push(id))
  /** Writes what differs; notes in `told` what it showed. */
  const move = ({ shown, recolored }: Part, node?: BaseNode, told?: Set<string>): void => {
    used = []
    const write = recolored(rebind)
    if (!write) return
    try {
      if (node && moves.leaves(node)) keepFor(shown)
      else {
        if (moves.writes) write()
        for (const id of used) told?.add(id)
      }
    } catch {
      keepFor(shown)
    }
  }
  for await (const style of localStyles(figma)) {
    move(stylePart(style))
  }
  for (const style of await figma.getLocalEffectStylesAsync()) {
    move(partOf(style.effects, (effects) => (style.effects = effects)))
  }
  for (const variable of await figma.variables.getLocalVariablesAsync('COLOR')) {
    await yieldIfDue()
    if (moves.writes && nameNow(variable) !== null) moveAliases(variable)
  }
  for (const id of await namedByVariables(figma.variables, ids)) needed.add(id)
  // A layer in an instance follows its component, unless it was changed before that.
  const instances: InstanceNode[] = []
  for (const nodes of [walk(figma.root.children, instances), walk(instances)]) {
    for (const node of nodes) {
      await yieldIfDue()
      if (moves.cancelled()) return null
      if (!node.removed) visit(node)
    }
  }
  return needed

  function moveAliases(variable: Variable): void {
    for (const [modeId, value] of Object.entries(variable.valuesByMode)) {
      if (typeof value !== 'object' || !('id' in value)) continue
      const next = rebinding.byId.get(value.id)
      if (!next || next.id === variable.id) continue
      // Where it cannot, it is found to be in use.
      ifAble(() => variable.setValueForMode(modeId, figma.variables.createVariableAlias(next)))
    }
  }

  /** What a style gives a layer is the style's to change. */
  function visit(node: BaseNode): void {
    if (isPage(node)) {
      keepFor(node.backgrounds)
      if ('prototypeBackgrounds' in node) keepFor(node.prototypeBackgrounds)
    }
    const told = new Set<string>()
    for (const part of layerParts(node)) if (part.styleId === '') move(part, node, told)
    if (memberOf(node, 'fills') === figma.mixed) keepFor(memberOf(node, 'vectorNetwork')?.regions)
    keepFor(memberOf(node, 'reactions'))
    for (const id of told) moves.moved(id, node)
  }
}
