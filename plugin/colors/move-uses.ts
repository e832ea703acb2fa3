import { yieldIfDue } from '../yield-if-due.ts'
import { nameNow } from './name-now.ts'
import type { ColorReader } from './read-file.ts'
import { openRebind, rewritten, type Rebinding } from './rebind.ts'
import { localStyles } from './styles.ts'
import { put, type Target } from './targets.ts'
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

/** Puts the layers of a style on another one, or binds them to a variable; whether all that use it were. */
export async function moveStyle(
  figma: MoveHost,
  from: PaintStyle,
  to: PaintStyle | Variable,
  moves: Moves,
): Promise<boolean> {
  // A variable has one color.
  if (!('type' in to) && from.paints.some(({ type }) => type !== 'SOLID')) return false
  let isFree = true
  for (const { node, fields } of await from.getStyleConsumersAsync()) {
    await yieldIfDue()
    if (moves.cancelled()) return false
    // A layer in an instance may have followed its component by now.
    const targets = fields.flatMap((field) => targetsOf(from, node, field))
    if (targets.length === 0 || moves.leaves(node)) {
      isFree = false
      continue
    }
    for (const target of moves.writes ? targets : []) {
      await ('type' in to
        ? put(target, to.id, [])
        : put(target, null, bound(figma, from.paints, to)))
    }
    moves.moved(from.id, node)
  }
  return isFree
}

/** What of a layer has the style, by the field in which it is told to. */
function targetsOf(
  style: PaintStyle,
  node: BaseNode,
  field: InheritedStyleField,
): readonly Target[] {
  if (field === 'strokeStyleId') {
    const isIt = 'strokeStyleId' in node && node.strokeStyleId === style.id
    return isIt ? [{ type: 'layer', node, as: 'stroke' }] : []
  }
  // A frame's background is its fill under an older name.
  if (!('fillStyleId' in node) || (field !== 'fillStyleId' && field !== 'backgroundStyleId'))
    return []
  if (node.fillStyleId === style.id) return [{ type: 'layer', node, as: 'fill' }]
  if (node.type !== 'TEXT' || typeof node.fillStyleId === 'string') return []
  return node
    .getStyledTextSegments(['fillStyleId'])
    .flatMap(({ fillStyleId, start, end }) =>
      fillStyleId === style.id ? { type: 'text' as const, node, start, end } : [],
    )
}

/** The style's paints with the variable for their color; what has none is as the style. */
function bound(figma: MoveHost, paints: readonly Paint[], variable: Variable): readonly Paint[] {
  return paints.map((paint) =>
    // The alpha is the variable's.
    paint.type === 'SOLID'
      ? figma.variables.setBoundVariableForPaint({ ...paint, opacity: 1 }, 'color', variable)
      : paint,
  )
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
  const { paint, effect } = openRebind(figma, rebinding, (id) => used.push(id))
  /** Hands what differs to `write`; notes in `told` what it showed. */
  const move = <T>(
    shown: readonly T[],
    rebind: (item: T) => T,
    write: (next: readonly T[]) => void,
    node?: BaseNode,
    told?: Set<string>,
  ): void => {
    used = []
    const next = rewritten(shown, rebind)
    if (next === null) return
    try {
      if (node && moves.leaves(node)) keepFor(shown)
      else {
        if (moves.writes) write(next)
        for (const id of used) told?.add(id)
      }
    } catch {
      keepFor(shown)
    }
  }
  for await (const style of localStyles(figma)) {
    move(style.paints, paint, (paints) => (style.paints = paints))
  }
  for (const style of await figma.getLocalEffectStylesAsync()) {
    move(style.effects, effect, (effects) => (style.effects = effects))
  }
  for (const variable of await figma.variables.getLocalVariablesAsync('COLOR')) {
    await yieldIfDue()
    if (moves.writes && nameNow(variable) !== null) moveAliases(figma, variable, rebinding)
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

  /** What a style gives a layer is the style's to change. */
  function visit(node: BaseNode): void {
    if (node.type === 'PAGE') {
      keepFor(node.backgrounds)
      if ('prototypeBackgrounds' in node) keepFor(node.prototypeBackgrounds)
    }
    const told = new Set<string>()
    if ('fills' in node && node.fills !== figma.mixed) {
      if (node.fillStyleId === '')
        move(node.fills, paint, (fills) => (node.fills = fills), node, told)
    } else if (node.type === 'TEXT') {
      for (const part of node.getStyledTextSegments(['fills', 'fillStyleId'])) {
        const { fills, fillStyleId, start, end } = part
        if (fillStyleId !== '') continue
        move(fills, paint, (next) => node.setRangeFills(start, end, [...next]), node, told)
      }
    } else if ('vectorNetwork' in node) {
      keepFor(node.vectorNetwork.regions)
    }
    if ('strokes' in node && node.strokeStyleId === '') {
      move(node.strokes, paint, (strokes) => (node.strokes = strokes), node, told)
    }
    if ('effects' in node && node.effectStyleId === '') {
      move(node.effects, effect, (effects) => (node.effects = effects), node, told)
    }
    if ('reactions' in node) keepFor(node.reactions)
    for (const id of told) moves.moved(id, node)
  }
}

function moveAliases(figma: MoveHost, variable: Variable, { byId }: Rebinding): void {
  for (const [modeId, value] of Object.entries(variable.valuesByMode)) {
    if (typeof value !== 'object' || !('id' in value)) continue
    const next = byId.get(value.id)
    if (next === undefined || next.id === variable.id) continue
    try {
      variable.setValueForMode(modeId, figma.variables.createVariableAlias(next))
    } catch {
      // It is found to be in use then.
    }
  }
}
