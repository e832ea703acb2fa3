import { settle } from './auto-layout.ts'
import { blankNode } from './blank-node.ts'
import { endOfGrid, focusedIn } from './canvas-grid.ts'
import { boxAround } from './geometry.ts'
import type { Members } from './members.ts'
import { checkMove, nodeArgument } from './node-tree.ts'
import { solid } from './paints.ts'
import type { EmulatedType, NodeRecord } from './records.ts'
import { expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import { importSvg } from './svg.ts'

type CreationOfApi = Pick<
  PluginAPI,
  | 'createRectangle'
  | 'createEllipse'
  | 'createFrame'
  | 'createText'
  | 'createComponent'
  | 'createSection'
  | 'createPage'
  | 'group'
  | 'combineAsVariants'
  | 'createSlide'
  | 'createNodeFromSvg'
>

const GREY = solid(0.85098, 0.85098, 0.85098)
const WHITE = solid(1, 1, 1)
const BLACK = solid(0, 0, 0)

/** New layers land at (0, 0) of the current page, or of the slide or asset in focus, on top. */
export function creationApi(session: Session): Members<CreationOfApi, void> {
  const { document } = session
  const create = (op: string, type: EmulatedType, name: string, given: Partial<NodeRecord>) => {
    const id = document.newNodeId()
    document.write(op, id, null, () =>
      document.add({ ...blankNode(id, type, name), ...given }, holder(type)),
    )
    return session.nodes.of(id)
  }
  const holder = (type: EmulatedType): string =>
    type === 'SLIDE' ? document.currentPageId : (focusedIn(session) ?? document.currentPageId)
  const designOnly = (what: string): void => {
    if (document.editor === 'slides' || document.editor === 'figjam') {
      throw new Refusal(`Cannot create ${what} in the editor "${document.editor}"`)
    }
  }
  return {
    createRectangle: () =>
      create('createRectangle', 'RECTANGLE', 'Rectangle', { fills: GREY }) as RectangleNode,
    createEllipse: () =>
      create('createEllipse', 'ELLIPSE', 'Ellipse', { fills: GREY }) as EllipseNode,
    createFrame: () =>
      create('createFrame', 'FRAME', 'Frame', { fills: WHITE, clipsContent: true }) as FrameNode,
    createText: () =>
      create('createText', 'TEXT', 'Text', { fills: BLACK, width: 0, height: 15 }) as TextNode,
    createComponent() {
      designOnly('a component')
      return create('createComponent', 'COMPONENT', 'Component', {
        fills: WHITE,
        clipsContent: true,
      }) as ComponentNode
    },
    createSection() {
      if (document.editor === 'slides') throw new Refusal('Cannot create a section in Slides')
      return create('createSection', 'SECTION', 'Section', { fills: WHITE }) as SectionNode
    },
    createPage() {
      if (document.editor !== 'figma') {
        throw new Refusal(`Cannot create a page in the editor "${document.editor}"`)
      }
      const number = document.node(document.rootId).children.length + 1
      const id = document.newNodeId()
      return document.write('createPage', id, null, () => {
        document.add(blankNode(id, 'PAGE', `Page ${number}`), document.rootId)
        session.loadedPages.add(id)
        return session.nodes.of(id) as PageNode
      })
    },
    group(_self, nodes, parent, index) {
      const members = nodes.map((node) => nodeArgument(session, node, 'nodes'))
      const holder = nodeArgument(session, parent, 'parent')
      if (members.length === 0) throw new Refusal('Cannot group nothing: "nodes" is empty')
      for (const member of members) checkMove(session, member, holder.id)
      const id = document.newNodeId()
      return document.write(
        'group',
        id,
        members.map((member) => member.id),
        () => {
          const at = index ?? document.node(holder.id).children.length
          document.add(blankNode(id, 'GROUP', 'Group'), holder.id)
          document.move(id, holder.id, at)
          for (const member of members) {
            document.move(member.id, id, document.node(id).children.length)
            settle(document, member.parentId)
          }
          settle(document, id)
          return session.nodes.of(id) as GroupNode
        },
      )
    },
    combineAsVariants(_self, nodes, parent, index) {
      const members = nodes.map((node) => nodeArgument(session, node, 'nodes'))
      const holder = nodeArgument(session, parent, 'parent')
      if (members.length === 0 || members.some(({ type }) => type !== 'COMPONENT')) {
        throw new Refusal('Cannot combine as variants: "nodes" must be components')
      }
      const id = document.newNodeId()
      return document.write('combineAsVariants', id, null, () => {
        document.add(blankNode(id, 'COMPONENT_SET', 'Component 1'), holder.id)
        document.move(id, holder.id, index ?? document.node(holder.id).children.length - 1)
        for (const member of members) {
          document.move(member.id, id, document.node(id).children.length)
        }
        const box = boxAround(members)
        if (box !== null) document.patchNode(id, box)
        for (const { id: member, x, y } of members) {
          document.patchNode(member, { x: x - (box?.x ?? 0), y: y - (box?.y ?? 0) })
        }
        return session.nodes.of(id) as ComponentSetNode
      })
    },
    createSlide() {
      if (document.editor !== 'slides') {
        throw new Refusal(`Cannot create a slide in the editor "${document.editor}"`)
      }
      const size = { width: 1920, height: 1080, ...endOfGrid(session) }
      return create('createSlide', 'SLIDE', 'Slide', { fills: WHITE, ...size }) as SlideNode
    },
    createNodeFromSvg(_self, svg) {
      const drawing = importSvg(expectType(svg, 'svg', 'string'))
      if (drawing === null) throw new Refusal('Failed to convert SVG file')
      const id = document.newNodeId()
      return document.write('createNodeFromSvg', id, { length: svg.length }, () => {
        document.add(
          {
            ...blankNode(id, 'FRAME', 'Frame'),
            width: drawing.width,
            height: drawing.height,
            clipsContent: true,
          },
          holder('FRAME'),
        )
        for (const shape of drawing.shapes) {
          const shapeId = document.newNodeId()
          const vector = { ...blankNode(shapeId, 'VECTOR', 'Vector'), ...shape }
          document.add({ ...vector, constraints: { horizontal: 'SCALE', vertical: 'SCALE' } }, id)
        }
        return session.nodes.of(id) as FrameNode
      })
    },
  }
}
