import { settle } from './auto-layout.ts'
import { ancestorsAndSelf, descendants, isInstanceOrInside, pageOf } from './geometry.ts'
import { freeCell } from './grid.ts'
import type { Members } from './members.ts'
import { checkNamespace } from './plugin-data.ts'
import { fromText, type NodeRecord } from './records.ts'
import { expectAtLeast, expectKeys, expectType, NotEmulated, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

const SCENE_TYPES: ReadonlySet<string> = new Set([
  'FRAME',
  'GROUP',
  'SECTION',
  'COMPONENT',
  'COMPONENT_SET',
  'SLIDE',
  'INSTANCE',
  'RECTANGLE',
  'ELLIPSE',
  'TEXT',
  'VECTOR',
])

/** A node of this file that the plugin passed; throws for anything else. */
export function nodeArgument(session: Session, value: unknown, name: string): NodeRecord {
  const id = session.nodes.idOf(value)
  if (id === undefined) {
    throw new Refusal(`Expected "${name}" to have type node but got ${typeof value} instead`)
  }
  return session.document.node(id)
}

export function sceneNode(session: Session, id: string): SceneNode {
  const node = session.nodes.of(id)
  if (!SCENE_TYPES.has(session.document.node(id).type)) throw new Refusal('Not a layer')
  return node as SceneNode
}

/** The members of every node that holds others. */
export function childrenMembers(session: Session): Members<ChildrenMixin, string> {
  const { document } = session
  const find = (id: string, member: string): SceneNode[] => {
    requireLoaded(session, id, member)
    return descendants(document, id).map((node) => sceneNode(session, node.id))
  }
  const insert = (op: string, id: string, index: number, child: SceneNode): void => {
    requireLoaded(session, id, op)
    const node = nodeArgument(session, child, 'child')
    checkMove(session, node, id)
    const siblings = document.node(id).children
    if (index > siblings.length) {
      throw new Refusal(`Expected "index" to have value <= ${siblings.length}`)
    }
    // The index counts before the child leaves its place among the same siblings.
    const own = siblings.indexOf(node.id)
    const target = own >= 0 && own < index ? index - 1 : index
    document.write(op, id, [node.id, index], () => {
      document.move(node.id, id, target)
      settle(document, node.parentId)
      settle(document, id)
    })
  }
  return {
    children: {
      get(id) {
        requireLoaded(session, id, 'children')
        return Object.freeze(document.node(id).children.map((child) => sceneNode(session, child)))
      },
    },
    appendChild: (id, child) => insert('appendChild', id, document.node(id).children.length, child),
    insertChild: (id, index, child) =>
      insert('insertChild', id, expectAtLeast(index, 'index', 0), child),
    findChildren: (id, callback) => {
      requireLoaded(session, id, 'findChildren')
      const children = document.node(id).children.map((child) => sceneNode(session, child))
      return callback === undefined ? children : children.filter((node) => callback(node))
    },
    findChild: (id, callback) => {
      requireLoaded(session, id, 'findChild')
      const children = document.node(id).children.map((child) => sceneNode(session, child))
      return children.find((node) => callback(node)) ?? null
    },
    findAll: (id, callback) => {
      const all = find(id, 'findAll')
      return callback === undefined ? all : all.filter((node) => callback(node))
    },
    findOne: (id, callback) => find(id, 'findOne').find((node) => callback(node)) ?? null,
    findAllWithCriteria: (id: string, criteria: unknown) => {
      requireLoaded(session, id, 'findAllWithCriteria')
      const matches = readCriteria(criteria)
      return descendants(document, id)
        .filter(matches)
        .map((node) => sceneNode(session, node.id))
    },
  }
}

/** What a grid has besides. */
export function gridHolderMembers(
  session: Session,
): Members<Pick<FrameNode, 'appendChildAt'>, string> {
  const { document } = session
  return {
    appendChildAt(id, child, row, column) {
      const node = nodeArgument(session, child, 'child')
      checkMove(session, node, id)
      const gridCells = freeCell(document, id, row, column)
      document.write('appendChildAt', id, [node.id, row, column], () => {
        document.patchNode(node.id, { gridCells })
        document.move(node.id, id, document.node(id).children.length)
        settle(document, node.parentId)
        settle(document, id)
      })
    },
  }
}

/** Reads the criteria of `findAllWithCriteria`. */
export function readCriteria(value: unknown): (node: NodeRecord) => boolean {
  const criteria = expectType(value, 'criteria', 'object') as Partial<FindAllCriteria<NodeType[]>>
  expectKeys(criteria, 'criteria', ['types', 'pluginData', 'sharedPluginData'])
  const { types, sharedPluginData } = criteria
  if (criteria.pluginData !== undefined) throw new NotEmulated('criteria.pluginData')
  if (types === undefined && sharedPluginData === undefined) {
    throw new Refusal(
      'Expected "criteria" to have at least one of types, pluginData, sharedPluginData',
    )
  }
  if (sharedPluginData !== undefined) checkNamespace(sharedPluginData.namespace)
  return (node) => {
    if (types !== undefined && !types.some((type) => type === node.type)) return false
    if (sharedPluginData === undefined) return true
    const entries = fromText(node.sharedPluginData)[sharedPluginData.namespace]
    if (entries === undefined) return false
    const { keys } = sharedPluginData
    return keys === undefined || keys.some((key) => key in entries)
  }
}

function requireLoaded(session: Session, id: string, member: string): void {
  if (session.document.node(id).type !== 'PAGE' || session.loadedPages.has(id)) return
  throw new Refusal(
    `Cannot access \`${member}\` on a page that has not been explicitly loaded. Call and await page.loadAsync() first`,
  )
}

/** Refuses a move that Figma refuses. */
export function checkMove(session: Session, node: NodeRecord, parentId: string): void {
  const { document } = session
  if (!SCENE_TYPES.has(node.type)) throw new Refusal(`Cannot move node of type ${node.type}`)
  if (isInstanceOrInside(document, parentId)) {
    throw new Refusal('Cannot move node. New parent is an instance or is inside of an instance')
  }
  if (node.parentId !== null && isInstanceOrInside(document, node.parentId)) {
    throw new Refusal('Cannot move node. Node is inside of an instance')
  }
  if (ancestorsAndSelf(document, parentId).some((ancestor) => ancestor.id === node.id)) {
    throw new Refusal('Cannot move node. New parent is the node itself or inside of it')
  }
  if (document.node(parentId).type === 'COMPONENT_SET' && node.type !== 'COMPONENT') {
    throw new Refusal('Cannot move node. A component set can only have components as children')
  }
  const page = pageOf(document, parentId)
  if (page !== null && !session.loadedPages.has(page.id)) {
    throw new Refusal('Cannot move node. The page of the new parent has not been loaded')
  }
}
