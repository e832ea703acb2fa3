import type { ColorUse, UsedColor } from '../../shared/protocol.ts'
import { Trouble } from '../../shared/trouble.ts'
import { isLocked } from '../locked.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { identifyColors } from './identity.ts'
import { readLastSync } from './last-sync.ts'
import { nameNow } from './name-now.ts'
import { shownIn } from './paints.ts'
import { kitVariables, type ColorReader } from './read-file.ts'
import { readStyleLink, toPaints } from './styles.ts'

/** Applies the color to the layers, by its style or variable where there is one. */
export async function applyToLayers(
  figma: ColorReader,
  selected: readonly SceneNode[],
  use: ColorUse,
): Promise<UsedColor> {
  // What was selected may have been deleted before it was its turn.
  const selection = selected.filter(({ removed }) => !removed)
  const open = selection.filter((node) => !isLocked(node))
  const able = open.filter((node) => takes(node, use.as))
  const locked = selection.length - open.length
  if (able.length === 0) return { layers: 0, locked, unable: open.length, linked: null }

  const linked = await linkedTo(figma, use)
  const variable = linked?.kind === 'variable' ? linked.variable : null
  const styleId = linked?.kind === 'style' ? linked.id : null
  const profile = figma.root.documentColorProfile
  const paints = toPaints(figma, shownIn(use.color, profile), profile, variable)
  let layers = 0
  let refusal: unknown = null
  for (const node of able) {
    try {
      await put(node, use.as, styleId, paints)
      layers++
    } catch (error) {
      // Another person may have removed it since.
      refusal = error
    }
    await yieldIfDue()
  }
  if (layers === 0) throw refused(use, refusal)
  return {
    ...{ layers, locked, unable: open.length - layers },
    linked: linked && { kind: linked.kind, name: linked.name },
  }
}

function takes(node: SceneNode, as: ColorUse['as']): boolean {
  return (as === 'fill' ? 'fills' : 'strokes') in node
}

async function put(
  node: SceneNode,
  as: ColorUse['as'],
  styleId: string | null,
  paints: readonly Paint[],
): Promise<void> {
  if (as === 'fill' && 'fills' in node) {
    if (styleId === null) node.fills = paints
    else if (node.fillStyleId !== styleId) await node.setFillStyleIdAsync(styleId)
  } else if (as === 'stroke' && 'strokes' in node) {
    if (styleId === null) node.strokes = paints
    else if (node.strokeStyleId !== styleId) await node.setStrokeStyleIdAsync(styleId)
  }
}

/** What a sync made of the color in this file. */
type Linked =
  | { readonly kind: 'style'; readonly name: string; readonly id: string }
  | { readonly kind: 'variable'; readonly name: string; readonly variable: Variable }

/** Null where it was not synced, or where there are neither styles nor variables. */
async function linkedTo(figma: ColorReader, use: ColorUse): Promise<Linked | null> {
  if (figma.editorType !== 'figma') return null
  const identity = identifyColors([use.color, ...use.namesakes]).identities.get(use.color)
  if (identity === undefined) return null
  return (await findStyle(figma, use, identity)) ?? (await findVariable(figma, use, identity))
}

async function findStyle(
  figma: ColorReader,
  { kit }: ColorUse,
  identity: string,
): Promise<Linked | null> {
  for (const style of await figma.getLocalPaintStylesAsync()) {
    await yieldIfDue()
    const name = nameNow(style)
    if (name === null || style.remote) continue
    const link = readStyleLink(style)
    if (link?.kitId === kit.id && link.color === identity) {
      return { kind: 'style', name, id: style.id }
    }
  }
  return null
}

async function findVariable(
  figma: ColorReader,
  { kit, color }: ColorUse,
  identity: string,
): Promise<Linked | null> {
  // A variable cannot hold a gradient.
  if (color.gradient !== undefined) return null
  const { options } = readLastSync(figma.root, kit.id)
  const { items, variables } = await kitVariables(figma, kit, options, 'SRGB')
  const item = items.find(({ link }) => link?.color === identity)
  const variable = variables.get(item?.id ?? '')
  if (item === undefined || variable === undefined) return null
  return { kind: 'variable', name: item.name, variable }
}

function refused({ color }: ColorUse, error: unknown): Trouble {
  return new Trouble({
    kind: 'use-failed',
    message: `Figma could not apply “${color.name}” to the selection. Select the layers again, then try once more.`,
    details: error instanceof Error ? error.message : String(error),
  })
}
