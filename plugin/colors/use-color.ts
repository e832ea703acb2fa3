import { ChannelError } from '../../shared/channel.ts'
import type { ColorUse, UsedColor } from '../../shared/protocol.ts'
import { createPace } from '../pace.ts'
import { identifyColors } from './identity.ts'
import { toPaint } from './paints.ts'
import { readStyle } from './styles.ts'

/** The part of Figma that a color is applied with. */
export type UseHost = Pick<
  PluginAPI,
  'editorType' | 'root' | 'currentPage' | 'getLocalPaintStylesAsync' | 'commitUndo'
>

type Filled = SceneNode & MinimalFillsMixin
type Stroked = SceneNode & MinimalStrokesMixin

/** Applies the color to the selected layers as one undo step, by its linked style where there is one. */
export async function applyToSelection(figma: UseHost, use: ColorUse): Promise<UsedColor> {
  const { selection } = figma.currentPage
  const open = selection.filter((node) => !isLocked(node))
  const appliers = open.flatMap((node) => applierOf(node, use.as) ?? [])
  const style = appliers.length === 0 ? null : await linkedStyle(figma, use)
  const left = { locked: selection.length - open.length, unable: open.length - appliers.length }
  if (appliers.length === 0) return { layers: 0, ...left, style: null }

  const paint = toPaint(use.color, figma.root.documentColorProfile)
  const pace = createPace()
  let layers = 0
  let refusal: unknown = null
  figma.commitUndo()
  for (const applier of appliers) {
    try {
      if (style !== null) await applier.link(style.id)
      else applier.paint(paint)
      layers++
    } catch (error) {
      // Another person may have removed it since.
      refusal = error
    }
    if (pace.step()) await pace.rest()
  }
  figma.commitUndo()
  if (layers === 0) throw refused(use, refusal)
  return {
    layers,
    locked: left.locked,
    unable: left.unable + appliers.length - layers,
    style: style?.name ?? null,
  }
}

interface Applier {
  link(styleId: string): Promise<void>
  paint(paint: Paint): void
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
    paint(paint) {
      node.fills = [paint]
    },
  }
}

function strokeApplier(node: Stroked): Applier {
  return {
    async link(styleId) {
      if (node.strokeStyleId !== styleId) await node.setStrokeStyleIdAsync(styleId)
    },
    paint(paint) {
      node.strokes = [paint]
    },
  }
}

function hasFills(node: SceneNode): node is Filled {
  return 'fills' in node
}

function hasStrokes(node: SceneNode): node is Stroked {
  return 'strokes' in node
}

/** Whether it or anything around it is locked, as Figma's own tools see it. */
function isLocked(node: SceneNode): boolean {
  for (let step: BaseNode | null = node; step !== null; step = step.parent) {
    if ('locked' in step && step.locked) return true
  }
  return false
}

/** The style that a sync linked to the color; null where there is none, or where there are no styles. */
async function linkedStyle(figma: UseHost, use: ColorUse): Promise<PaintStyle | null> {
  if (figma.editorType !== 'figma') return null
  const { colors } = identifyColors([use.color, ...use.namesakes])
  const identity = colors.find(({ color }) => color === use.color)?.identity
  const profile = figma.root.documentColorProfile
  const styles = await figma.getLocalPaintStylesAsync()
  const linked = styles.find((style) => {
    if (style.remote) return false
    const { link } = readStyle(style, profile, new Map())
    return link !== null && link.kitId === use.kit.id && link.color === identity
  })
  return linked ?? null
}

function refused({ color }: ColorUse, error: unknown): ChannelError {
  return new ChannelError({
    code: 'use-failed',
    message: `Figma could not apply “${color.name}” to the selection. Select the layers again, then try once more.`,
    details: error instanceof Error ? error.message : String(error),
  })
}
