import type {
  Placed,
  Placement,
  PlacementItem,
  Size,
  TemplatePage,
} from '../../shared/placement.ts'
import { dataOf, Trouble, type TroubleData } from '../../shared/trouble.ts'
import { ifAble } from '../if-able.ts'
import { isDesign, isIn } from '../editor-of.ts'
import { refused } from '../refused.ts'
import { arrange, moved, type Layout } from './arrange.ts'
import { besideOthers } from './beside.ts'
import type { Arrangement, Member } from './arrangement.ts'
import {
  findComponent,
  makeComponent,
  noteComponent,
  takesComponents,
  type ComponentHost,
} from './logo-component.ts'
import { decodeContent, makeNode } from './content.ts'
import {
  boundsOf,
  boxAroundAll,
  centreOf,
  ENDLESS,
  fitted,
  holds,
  largest,
  type Box,
} from './geometry.ts'
import { boxOf } from './geometry.ts'
import { isPage } from '../layer.ts'
import type { Placeholders } from './placeholders.ts'
import { readProvenance, writeProvenance } from './provenance.ts'
import { withRollback } from './rollback.ts'
import { sizeNode } from './size-node.ts'
import { editPageOf, linkInDevMode } from './template.ts'
import { addSheet, hasSheets } from './sheet.ts'
import { findSpot, spotIn, VIEW, type Spot, type ViewHost } from './where.ts'

export type PlacementHost = ComponentHost & ViewHost & Pick<PluginAPI, 'createSlide' | 'buzz'>

type Made = RectangleNode | FrameNode | ComponentNode | InstanceNode

/**
 * Places the contents side by side, selected; nothing half-made stays after a failure, and nothing at
 * all where Figma refuses one of them.
 */
export async function place(
  figma: PlacementHost,
  placeholders: Placeholders,
  { items, at }: Placement,
): Promise<Placed> {
  let spot = await findSpot(figma, at)
  const expected: (readonly [Arrangement, readonly string[]])[] = []
  const refusals: Refusal[] = []
  const placed = await withRollback(async (rollback) => {
    // Everything that can be refused without a write comes before the first write.
    const decoded = await mapAll(refusals, items, async (item) => ({
      item,
      content: await decodeContent(figma, item.content),
    }))
    const areComponents =
      isDesign(figma) && at.type === 'view' && at.asComponents && takesComponents(spot)
    const made = await mapAll(refusals, decoded, async ({ item, content }) => {
      const { provenance } = item
      const main = await findComponent(figma, provenance)
      if (main) {
        const node = rollback.made(main.createInstance())
        // It shows what its component does, whatever of the file is there.
        const whole = { ...item, provenance: readProvenance(main) ?? provenance }
        return { item: whole, node, size: { width: node.width, height: node.height } }
      }
      const isComponent = areComponents && provenance.kind === 'logo'
      const node = isComponent
        ? makeComponent(figma, rollback, content)
        : makeNode(figma, rollback, content, provenance.kind)
      const { width, height } = 'hash' in content ? content.size : node
      return { item, node, size: item.size ?? { width, height } }
    })
    const isAsset = (item: PlacementItem): boolean =>
      isIn(figma, 'buzz') && item.provenance.kind === 'template'
    const together = made.filter(({ item }) => !isAsset(item))
    const sizes = together.map(({ size }) => size)
    if (together.length > 0 && hasSheets(figma) && isPage(spot.container)) {
      const container = addSheet(figma, rollback, largest(sizes))
      spot = await spotIn(figma, { ...spot, container }, VIEW)
    }
    const { boxes, layout } = layOut(sizes, spot)
    const members: Member[] = []
    const waiting: string[] = []
    for (const [index, { item, node, size }] of together.entries()) {
      const box = boxes[index]
      if (!box) continue
      mark(node, item, box)
      insert(node, index, spot)
      if (layout) {
        node.x = box.x
        node.y = box.y
      }
      members.push({ nodeId: node.id, size, box })
      if (node.type === 'COMPONENT') noteComponent(figma.root, item.provenance, node)
      if (item.provenance.incomplete && node.type !== 'INSTANCE') waiting.push(node.id)
    }
    expected.push([{ room: spot.room, layout, members }, waiting])
    for (const { item, node, size } of made) {
      if (!isAsset(item)) continue
      mark(node, item, size)
      const alone = {
        room: ENDLESS,
        layout: null,
        members: [{ nodeId: node.id, size, box: boxOf(node) }],
      }
      expected.push([alone, item.provenance.incomplete ? [node.id] : []])
    }
    return made
  }).catch((error: unknown) => {
    if (error === REFUSED) return null
    throw refused('place-failed', spot.container.name, error)
  })
  if (!placed) return { outcome: 'refused', refusals }
  const nodes = placed.map(({ node }) => node)
  for (const [arrangement, nodeIds] of expected) placeholders.expect(arrangement, nodeIds)
  ifAble(() => {
    spot.page.selection = nodes
    if (at.type === 'view' && spot.page.id === figma.currentPage.id) showAll(figma.viewport, nodes)
  })
  for (const { item, node } of isDesign(figma) ? placed : []) {
    await linkInDevMode(node, item.provenance)
  }
  return {
    outcome: 'placed',
    nodeIds: nodes.map(({ id }) => id),
    parentName: spot.container.name,
    obstacle: spot.obstacle,
    template: templateIn(items),
  }
}

/** Where they go; in auto layout only the sizes count. */
function layOut(
  sizes: readonly Size[],
  spot: Spot,
): { readonly boxes: readonly Box[]; readonly layout: Layout | null } {
  const { room, layout, others } = spot
  if (!layout || sizes.length === 0) {
    const boxes = sizes.map((size) => ({ x: 0, y: 0, ...fitted(size, room) }))
    return { boxes, layout }
  }
  const wanted = arrange(sizes, layout)
  const by = besideOthers(wanted, others, room)
  const { x, y } = layout.centre
  const centre = { x: x + by.x, y: y + by.y }
  return { boxes: moved(wanted, by), layout: { ...layout, centre } }
}

function mark(node: Made, { provenance }: PlacementItem, size: Size): void {
  if (provenance.name !== '') node.name = provenance.name
  sizeNode(node, size)
  writeProvenance(node, provenance)
}

/** `index` is the node's own among those that are placed together. */
function insert(node: Made, index: number, spot: Spot): void {
  const { container, inLayout } = spot
  if (typeof inLayout === 'number') container.insertChild(inLayout + index, node)
  else if (inLayout && index === 0 && 'appendChildAt' in container) {
    container.appendChildAt(node, inLayout.row, inLayout.column)
  } else if (node.parent?.id !== container.id) container.appendChild(node)
}

/** Scrolls to what is not in view as a whole; how near people look is theirs. */
function showAll(viewport: ViewportAPI, nodes: readonly Made[]): void {
  const all = boxAroundAll(nodes.map((node) => boundsOf(node.absoluteTransform, node)))
  if (!holds(viewport.bounds, all)) viewport.center = centreOf(all)
}

function templateIn(items: readonly PlacementItem[]): TemplatePage | null {
  const first = items.find(({ provenance }) => provenance.kind === 'template')
  if (!first) return null
  return editPageOf(first.provenance) === null ? 'without-page' : 'with-page'
}

interface Refusal {
  readonly index: number
  readonly failure: TroubleData
}

/** Ends a placement of which some contents were refused; nobody reads it. */
const REFUSED = new Error('refused')

/** Makes something of each. Rejects with `REFUSED` once all were tried; anything else is thrown on. */
async function mapAll<T, Result>(
  refusals: Refusal[],
  all: readonly T[],
  make: (each: T) => Promise<Result>,
): Promise<readonly Result[]> {
  const values: Result[] = []
  for (const [index, each] of all.entries()) {
    try {
      values.push(await make(each))
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      refusals.push({ index, failure: dataOf(error) })
    }
  }
  if (refusals.length > 0) throw REFUSED
  return values
}
