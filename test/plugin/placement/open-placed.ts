import { replace } from '../../../plugin/placement/replace.ts'
import type { Content, Provenance } from '../../../shared/placement.ts'
import { openFile, type OpenFile } from '../../figma/file.ts'
import { placeOne as place } from './place-one.ts'
import { LOGO, png } from './samples.ts'

/** What the logo has become meanwhile. */
export const NEXT: Provenance = { ...LOGO, version: '2026-02-02T00:00:00Z', name: 'Acme logo 2026' }

/** Brings a layer up to date, whatever was done to it by hand. */
export function replaceBy(figma: PluginAPI, nodeId: string, content: Content): Promise<void> {
  return replace(figma, { nodeId, content, provenance: NEXT, edits: 'overwrite' })
}

type PlacedNode = RectangleNode | FrameNode

interface OpenPlaced {
  readonly file: OpenFile
  readonly figma: PluginAPI
  /** What the layer is in, before a rectangle. */
  readonly frame: FrameNode
  readonly node: PlacedNode
  readonly update: (next: Content) => Promise<void>
  /** The layer that is in its place now. */
  readonly now: () => PlacedNode
}

/** A file with the logo placed in a frame, at a place and a size that a person gave it. */
export async function openPlaced(content: Content): Promise<OpenPlaced> {
  const file = openFile()
  const { figma } = file
  const frame = figma.createFrame()
  frame.resize(400, 400)
  const { nodeId } = await place(figma, { content, provenance: LOGO, at: { type: 'view' } })
  const node = await figma.getNodeByIdAsync(nodeId)
  if (node?.type !== 'RECTANGLE' && node?.type !== 'FRAME') throw new Error('not placed')
  frame.appendChild(node)
  frame.appendChild(figma.createRectangle())
  node.resize(120, 80)
  node.x = 30
  node.y = 40
  node.constraints = { horizontal: 'MAX', vertical: 'SCALE' }
  const update: OpenPlaced['update'] = (next) => replaceBy(figma, nodeId, next)
  const now: OpenPlaced['now'] = () => {
    const child = frame.children[0]
    if (child?.type !== 'RECTANGLE' && child?.type !== 'FRAME') throw new Error('lost')
    return child
  }
  return { file, figma, frame, node, update, now }
}

export function boxOf({ x, y, width, height }: SceneNode): Rect {
  return { x, y, width, height }
}

/** The hash of a picture that the file then has. */
export function imageOf(figma: PluginAPI, seed: number, side = 60): string {
  const content = png(side, side === 60 ? 40 : side, seed)
  if (content.type !== 'image') throw new Error('no picture')
  return figma.createImage(content.bytes).hash
}
