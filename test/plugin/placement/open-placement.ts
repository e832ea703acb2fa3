import type { Content, Placed, PlacementItem, PlacementSpot } from '../../../shared/placement.ts'
import { place } from '../../../plugin/placement/place.ts'
import { createPlaceholders } from '../../../plugin/placement/placeholders.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import type { TroubleData } from '../../../shared/trouble.ts'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import { openFile, type FileOptions, type OpenFile } from '../../figma/file.ts'
import { LOGO } from './samples.ts'

export const VIEW: PlacementSpot = { type: 'view' }

type Accepted = Extract<Placed, { readonly outcome: 'placed' }>

interface OpenPlacement {
  readonly file: OpenFile
  readonly figma: PluginAPI
  /** What Figma refuses is thrown. */
  readonly put: (
    content: Content,
    at?: PlacementSpot,
  ) => Promise<Pick<Accepted, 'parentName' | 'obstacle'> & { readonly nodeId: string }>
  /** Several as they are. */
  readonly putAll: (contents: readonly Content[], at?: PlacementSpot) => Promise<Accepted>
  readonly send: (items: readonly PlacementItem[], at: PlacementSpot) => Promise<Placed>
}

/** A file with a view of known size, and the ways to place in it. */
export function open(options: FileOptions = {}): OpenPlacement {
  const file = openFile(options)
  file.setViewport({ x: 1000, y: 500, zoom: 1, width: 800, height: 600 })
  const placeholders = createPlaceholders()
  const queue = createWriteQueue(file.figma)
  const send: OpenPlacement['send'] = (items, at) =>
    queue.run(() => place(file.figma, placeholders, { items, at }), placeholders)
  const putAll: OpenPlacement['putAll'] = async (contents, at = VIEW) => {
    const items = contents.map((content) => ({ content, provenance: LOGO, size: null }))
    const placed = await send(items, at)
    if (placed.outcome === 'refused') throw new Refused(placed.refusals[0]?.failure)
    return placed
  }
  const put: OpenPlacement['put'] = async (content, at = VIEW) => {
    const { nodeIds, parentName, obstacle } = await putAll([content], at)
    return { nodeId: nodeIds[0] ?? '', parentName, obstacle }
  }
  return { file, figma: file.figma, put, putAll, send }
}

class Refused extends Error {
  readonly kind: string | undefined
  constructor(failure: TroubleData | undefined) {
    super(failure?.message)
    this.kind = failure?.kind
  }
}

export function find(file: OpenFile, id: string): NodeSnapshot {
  const search = (nodes: readonly NodeSnapshot[]): NodeSnapshot | undefined => {
    for (const node of nodes) {
      const found = node.id === id ? node : search(node.children)
      if (found !== undefined) return found
    }
    return undefined
  }
  const found = search(file.snapshot().pages)
  if (found === undefined) throw new Error(`no node ${id}`)
  return found
}

export function drop(node: BaseNode, x: number, y: number): PlacementSpot {
  return { type: 'drop', point: { nodeId: node.id, x, y } }
}

export function frameAt(
  figma: PluginAPI,
  x: number,
  y: number,
  width: number,
  height: number,
): FrameNode {
  const frame = figma.createFrame()
  frame.name = 'Card'
  frame.resize(width, height)
  frame.x = x
  frame.y = y
  return frame
}
