import type { CanvasSelection, Targets } from '../../shared/placement.ts'
import type { PluginRequests } from '../../shared/protocol.ts'
import { isLocked } from '../locked.ts'
import { memberOf } from '../member-of.ts'
import { whenSelected } from '../when-selected.ts'
import { isFillable } from './fill.ts'
import { largest } from './geometry.ts'
import { findLayer } from '../layer.ts'
import { readProvenance } from './provenance.ts'
import { fillableUnder } from './under-point.ts'

type SelectionHost = Pick<PluginAPI, 'currentPage'>

/** Selections can be of many thousand layers; beyond this many they are all the same to people. */
const MOST = 500

/** What a fill or a replacement would meet; at most the first 500 layers are looked at. */
export function readCanvas({ currentPage }: SelectionHost): CanvasSelection {
  const open = currentPage.selection.slice(0, MOST).filter((node) => !isLocked(node))
  return {
    fillable: open.filter(isFillable).length,
    placed: open.filter(readProvenance).length,
  }
}

/** Layers for what is done to them later, at most 500. */
export async function readTargets(
  figma: SelectionHost & Pick<PluginAPI, 'getNodeByIdAsync'>,
  which: PluginRequests['placement:targets']['request'],
): Promise<Targets> {
  if (typeof which === 'object') {
    const { nodeId } = 'under' in which ? which.under : which
    const fillable = 'under' in which ? fillableUnder(figma.currentPage, which.under) : null
    // What Figma itself has found tells at least why there is nothing to fill.
    const node = fillable ?? (await findLayer(figma, nodeId))
    return targetsOf(node ? [node] : [])
  }
  const { selection } = figma.currentPage
  return targetsOf(
    which === 'selected' ? selection : selection.filter((node) => readProvenance(node) !== null),
  )
}

function targetsOf(all: readonly SceneNode[]): Targets {
  const nodes = inReadingOrder(all.slice(0, MOST))
  return {
    nodeIds: nodes.map(({ id }) => id),
    size: largest(nodes),
  }
}

/** Row by row; what begins above the middle of what a row began with belongs to that row. */
export function inReadingOrder(nodes: readonly SceneNode[]): readonly SceneNode[] {
  const placed = nodes
    .map((node) => ({
      node,
      box: memberOf(node, 'absoluteBoundingBox') ?? { x: 0, y: 0, width: 0, height: 0 },
    }))
    .sort((one, other) => one.box.y - other.box.y)
  const rows: (typeof placed)[] = []
  let middle = -Infinity
  for (const each of placed) {
    const { y, height } = each.box
    const row = rows[rows.length - 1]
    if (row && y < middle) row.push(each)
    else {
      rows.push([each])
      middle = y + height / 2
    }
  }
  return rows
    .flatMap((row) => row.sort((one, other) => one.box.x - other.box.x))
    .map(({ node }) => node)
}

/**
 * Tells what the canvas has for the library whenever the selection changes it, once for a burst of
 * events. What it gives is called where something else may have changed it.
 */
export function watchCanvas(
  figma: SelectionHost & Pick<PluginAPI, 'on'>,
  tell: (canvas: CanvasSelection) => void,
): () => void {
  let last: CanvasSelection | null = null
  let due = false
  const look = (): void => {
    due = false
    const now = readCanvas(figma)
    if (now.fillable === last?.fillable && now.placed === last.placed) return
    last = now
    tell(now)
  }
  const soon = (): void => {
    if (due) return
    due = true
    setTimeout(look, REST_MS)
  }
  whenSelected(figma, soon)
  return soon
}

const REST_MS = 50
