import { blankNode } from './blank-node.ts'
import { descendants } from './geometry.ts'
import type { Members } from './members.ts'
import { nodeArgument } from './node-tree.ts'
import { readPaints, solid } from './paints.ts'
import type { NodeRecord } from './records.ts'
import { NotEmulated, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

const GAP = 100

/** What Slides and Buzz show: the slides, or the assets. All of them lie in one row. */
function sheetsOf({ document }: Session): readonly NodeRecord[] {
  const types = document.editor === 'slides' ? ['SLIDE'] : ['FRAME', 'COMPONENT', 'INSTANCE']
  return document
    .node(document.currentPageId)
    .children.map((id) => document.node(id))
    .filter(({ type }) => types.includes(type))
}

/** The slide or asset that is shown by itself, in asset view; null in grid view. */
export function focusedIn({ document }: Session): string | null {
  const { focusedNodeId } = document.node(document.currentPageId)
  return focusedNodeId !== null && document.nodes.has(focusedNodeId) ? focusedNodeId : null
}

/** Throws in editors that have no grid. */
export function requireGrid({ document }: Session): void {
  if (document.editor === 'slides' || document.editor === 'buzz') return
  throw new Refusal('This API is only available in Figma Slides and Figma Buzz')
}

/** Right of the last slide or asset. */
export function endOfGrid(session: Session): Pick<NodeRecord, 'x' | 'y'> {
  const last = sheetsOf(session).at(-1)
  return last === undefined ? { x: 0, y: 0 } : { x: last.x + last.width + GAP, y: last.y }
}

export function canvasGridApi(session: Session): Members<Pick<PluginAPI, 'getCanvasGrid'>, void> {
  return {
    getCanvasGrid() {
      requireGrid(session)
      const row = sheetsOf(session).map(({ id }) => session.nodes.of(id) as SceneNode)
      return row.length === 0 ? [] : [row]
    },
  }
}

type EmulatedBuzz = Pick<BuzzAPI, 'createFrame' | 'getMediaContent'>

/** `figma.buzz`. */
export function buzzMembers(session: Session): Members<EmulatedBuzz, void> {
  const { document } = session
  const requireBuzz = (): void => {
    if (document.editor !== 'buzz') throw new Refusal('This API is only available in Buzz')
  }
  return {
    createFrame(_self, row, column) {
      requireBuzz()
      if (row !== undefined || column !== undefined) {
        throw new NotEmulated('figma.buzz.createFrame at a place in the grid')
      }
      const id = document.newNodeId()
      const frame = { ...blankNode(id, 'FRAME', 'Frame'), ...endOfGrid(session) }
      document.write('createFrame', id, null, () =>
        document.add(
          { ...frame, fills: solid(1, 1, 1), clipsContent: true },
          document.currentPageId,
        ),
      )
      return session.nodes.of(id) as FrameNode
    },
    getMediaContent(_self, node) {
      requireBuzz()
      const { id } = nodeArgument(session, node, 'node')
      return descendants(document, id).flatMap((each) => mediaField(session, each) ?? [])
    },
  }
}

/** Null for a layer that shows no picture or video. */
function mediaField(session: Session, { id, fills }: NodeRecord): BuzzMediaField | null {
  const shown = fills.find(({ type }) => type === 'IMAGE' || type === 'VIDEO')
  if (shown?.type !== 'IMAGE' && shown?.type !== 'VIDEO') return null
  return Object.freeze({
    type: shown.type,
    hash: shown.type === 'IMAGE' ? shown.imageHash : shown.videoHash,
    node: session.nodes.of(id) as SceneNode,
    setMediaAsync(paint: ImagePaint | VideoPaint) {
      return session.enter('setMediaAsync', async () => {
        const paints = readPaints([paint], 'paint')
        await Promise.resolve()
        const { document } = session
        document.write('setMediaAsync', id, paints, () =>
          document.patchNode(id, {
            fills: document
              .node(id)
              .fills.flatMap((each) => (each.type === shown.type ? paints : each)),
          }),
        )
      })
    },
  })
}
