import { ChannelError } from '../../shared/channel.ts'
import type { ColorUse, UsedColor } from '../../shared/protocol.ts'
import { isLocked } from '../locked.ts'
import { atOnce, createPace, inSlices, type Steps } from '../pace.ts'
import { identifyColors } from './identity.ts'
import { readLastSync } from './last-sync.ts'
import { nameNow } from './name-now.ts'
import { kitVariables, type ColorReader } from './read-colors.ts'
import { readStyleLink, toPaints } from './styles.ts'

type Filled = SceneNode & MinimalFillsMixin
type Stroked = SceneNode & MinimalStrokesMixin

/** Applies the color to the layers, by its style or variable where there is one. */
export async function applyToLayers(
  figma: ColorReader,
  selected: readonly SceneNode[],
  use: ColorUse,
): Promise<UsedColor> {
  // What was selected may have been deleted before it was its turn.
  const selection = selected.filter(({ removed }) => !removed)
  const open = selection.filter((node) => !isLocked(node))
  const appliers = open.flatMap((node) => applierOf(node, use.as) ?? [])
  const left = { locked: selection.length - open.length, unable: open.length - appliers.length }
  if (appliers.length === 0) return { layers: 0, ...left, linked: null }

  const linked = await linkedTo(figma, use)
  const variable = linked?.kind === 'variable' ? linked.variable : null
  const paints = toPaints(figma, use.color, figma.root.documentColorProfile, variable)
  const pace = createPace()
  let layers = 0
  let refusal: unknown = null
  for (const applier of appliers) {
    try {
      if (linked?.kind === 'style') await applier.link(linked.id)
      else applier.paint(paints)
      layers++
    } catch (error) {
      // Another person may have removed it since.
      refusal = error
    }
    if (pace.step()) await pace.rest()
  }
  if (layers === 0) throw refused(use, refusal)
  return {
    layers,
    locked: left.locked,
    unable: left.unable + appliers.length - layers,
    linked: linked === null ? null : { kind: linked.kind, name: linked.name },
  }
}

interface Applier {
  link(styleId: string): Promise<void>
  paint(paints: readonly Paint[]): void
}

/** Null where the layer has no such paint. */
function applierOf(node: SceneNode, as: ColorUse['as']): Applier | null {
  if (as === 'fill') return hasFills(node) ? fillApplier(node) : null
  return hasStrokes(node) ? strokeApplier(node) : null
}

function fillApplier(node: Filled): Applier {
  return {
    async link(styleId) {
      if (node.fillStyleId !== styleId) await node.setFillStyleIdAsync(styleId)
    },
    paint(paints) {
      node.fills = paints
    },
  }
}

function strokeApplier(node: Stroked): Applier {
  return {
    async link(styleId) {
      if (node.strokeStyleId !== styleId) await node.setStrokeStyleIdAsync(styleId)
    },
    paint(paints) {
      node.strokes = paints
    },
  }
}

function hasFills(node: SceneNode): node is Filled {
  return 'fills' in node
}

function hasStrokes(node: SceneNode): node is Stroked {
  return 'strokes' in node
}

/** What a sync made of the color in this file. */
type Linked =
  | { readonly kind: 'style'; readonly name: string; readonly id: string }
  | { readonly kind: 'variable'; readonly name: string; readonly variable: Variable }

/** Null where it was not synced, or where there are neither styles nor variables. */
async function linkedTo(figma: ColorReader, use: ColorUse): Promise<Linked | null> {
  if (figma.editorType !== 'figma') return null
  const { identities } = atOnce(identifyColors([use.color, ...use.namesakes]))
  const identity = identities.get(use.color)
  if (identity === undefined) return null
  const style = await inSlices(findStyle(await figma.getLocalPaintStylesAsync(), use, identity))
  return style ?? (await findVariable(figma, use, identity))
}

function* findStyle(
  styles: readonly PaintStyle[],
  { kit }: ColorUse,
  identity: string,
): Steps<Linked | null> {
  for (const style of styles) {
    yield
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
  const item = items.items.find(({ link }) => link?.color === identity)
  const variable = variables.get(item?.id ?? '')
  if (item === undefined || variable === undefined) return null
  return { kind: 'variable', name: item.name, variable }
}

function refused({ color }: ColorUse, error: unknown): ChannelError {
  return new ChannelError({
    code: 'use-failed',
    message: `Figma could not apply “${color.name}” to the selection. Select the layers again, then try once more.`,
    details: error instanceof Error ? error.message : String(error),
  })
}
