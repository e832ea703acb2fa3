import { settle } from './auto-layout.ts'
import { exportMembers } from './export/export-node.ts'
import {
  absoluteBox,
  absoluteTransform,
  isInstanceOrInside,
  relativeTransform,
} from './geometry.ts'
import type { Members } from './members.ts'
import { makePrototype } from './members.ts'
import { childrenMembers, gridHolderMembers } from './node-tree.ts'
import {
  autoLayoutMembers,
  cornerMembers,
  frameMembers,
  layoutChildMembers,
  resizeMembers,
} from './node-layout.ts'
import { blendMembers, paintMembers } from './node-paint.ts'
import { documentMembers, pageMembers } from './pages.ts'
import { componentMembers, copyNode, instanceMembers } from './components.ts'
import { textMembers } from './text.ts'
import { textRangeMembers } from './text-ranges.ts'
import { pluginDataMembers } from './plugin-data.ts'
import { gridChildMembers, gridMembers } from './grid.ts'
import { reactionMembers } from './reactions.ts'
import type { EmulatedType } from './records.ts'
import { expectType, NotEmulated, Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import { vectorMembers } from './vectors.ts'
import { withoutLacking } from './without.ts'

/** The prototype of a type's nodes, made from the members that the typings give that type. */
export function nodePrototype(session: Session, type: EmulatedType): object {
  const own = [baseMembers(session), ...tablesOf(session, type)]
  const all = session.openPencil ? [...own.map(withOpenPencilsType), ...childless(own)] : own
  const tables = all.map((table) => withoutLacking(table, session))
  const owner = type === 'DOCUMENT' ? 'figma.root' : NODE_NAMES[type]
  const elsewhere = new Set([...everyMember(session), ...session.lacking])
  return makePrototype(owner, session.enter, session.nodes.identify, tables, elsewhere)
}

const OPEN_PENCIL: Readonly<Record<string, string>> = { PAGE: 'CANVAS', DOCUMENT: 'FRAME' }

function withOpenPencilsType(table: object): object {
  if (!('type' in table)) return table
  const { type } = table as { readonly type: { get(id: string): string } }
  return { ...table, type: { get: (id: string) => OPEN_PENCIL[type.get(id)] ?? type.get(id) } }
}

/** An empty list for nodes that can hold none. */
function childless(tables: readonly object[]): readonly object[] {
  return tables.some((table) => 'children' in table) ? [] : [{ children: { get: () => [] } }]
}

/** What some node has: on another one Figma reads it as undefined. */
function everyMember(session: Session): ReadonlySet<string> {
  const types = Object.keys(NODE_NAMES) as EmulatedType[]
  everyName ??= new Set(types.flatMap((type) => tablesOf(session, type).flatMap(Object.keys)))
  return everyName
}

/** The same in every session. */
let everyName: ReadonlySet<string> | null = null

const NODE_NAMES: Readonly<Record<EmulatedType, string>> = {
  DOCUMENT: 'DocumentNode',
  PAGE: 'PageNode',
  FRAME: 'FrameNode',
  GROUP: 'GroupNode',
  SECTION: 'SectionNode',
  COMPONENT: 'ComponentNode',
  COMPONENT_SET: 'ComponentSetNode',
  SLIDE: 'SlideNode',
  INSTANCE: 'InstanceNode',
  RECTANGLE: 'RectangleNode',
  ELLIPSE: 'EllipseNode',
  TEXT: 'TextNode',
  VECTOR: 'VectorNode',
}

function tablesOf(session: Session, type: EmulatedType): readonly object[] {
  const scene = [sceneMembers(session), positionMembers(session), exportMembers(session)]
  const shape = [
    ...scene,
    blendMembers(session),
    paintMembers(session),
    layoutChildMembers(session),
    gridChildMembers(session),
    resizeMembers(session),
    reactionMembers(session),
  ]
  const frame = [
    ...shape,
    cornerMembers(session),
    childrenMembers(session),
    frameMembers(session),
    autoLayoutMembers(session),
    gridMembers(session),
    gridHolderMembers(session),
  ]
  switch (type) {
    case 'DOCUMENT':
      return [documentMembers(session)]
    case 'PAGE':
      return [childrenMembers(session), pageMembers(session)]
    case 'FRAME':
    case 'COMPONENT_SET':
    case 'SLIDE':
      return frame
    case 'COMPONENT':
      return [...frame, componentMembers(session)]
    case 'INSTANCE':
      return [...frame, instanceMembers(session)]
    case 'GROUP':
      return [
        ...scene,
        blendMembers(session),
        layoutChildMembers(session),
        childrenMembers(session),
        reactionMembers(session),
      ]
    case 'SECTION':
      return [...scene, paintMembers(session), resizeMembers(session), childrenMembers(session)]
    case 'RECTANGLE':
    case 'ELLIPSE':
      return [...shape, cornerMembers(session)]
    case 'TEXT':
      return [...shape, textMembers(session), textRangeMembers(session)]
    case 'VECTOR':
      return [...shape, cornerMembers(session), vectorMembers(session)]
  }
}

type Base = BaseNodeMixin & { readonly type: NodeType; clone(): SceneNode }

function baseMembers(session: Session): Members<Base, string> {
  const { document } = session
  return {
    ...pluginDataMembers(document, {
      read: (id) => document.node(id),
      patch: (id, change) => document.patchNode(id, change),
    }),
    type: { get: (id) => document.node(id).type },
    name: {
      get: (id) => document.node(id).name,
      set(id, value) {
        const name = expectType(value, 'name', 'string')
        document.write('set name', id, name, () => document.patchNode(id, { name }))
      },
    },
    parent: {
      get(id) {
        const { parentId } = document.node(id)
        return parentId === null ? null : (session.nodes.of(parentId) as BaseNode & ChildrenMixin)
      },
    },
    removed: { get: (id) => !document.nodes.has(id) },
    isAsset: { get: () => false },
    remove(id) {
      const { type, parentId } = document.node(id)
      const inInstance = parentId !== null && isInstanceOrInside(document, parentId)
      const isLastPage = type === 'PAGE' && document.node(document.rootId).children.length === 1
      if (type === 'DOCUMENT' || inInstance || isLastPage || id === document.currentPageId) {
        throw new Refusal('Removing this node is not allowed')
      }
      document.write('remove', id, null, () => {
        document.remove(id)
        settle(document, parentId)
      })
    },
    setRelaunchData(id, data) {
      const relaunchData = { ...expectType(data, 'data', 'object') } as Record<string, string>
      for (const [command, description] of Object.entries(relaunchData)) {
        expectType(description, command, 'string')
      }
      document.write('setRelaunchData', id, relaunchData, () =>
        document.patchNode(id, { relaunchData }),
      )
    },
    getRelaunchData: (id) => ({ ...document.node(id).relaunchData }),
    clone(id) {
      const node = document.node(id)
      if (node.type === 'DOCUMENT' || node.type === 'PAGE') {
        throw new Refusal('Cloning this node is not allowed')
      }
      return document.write('clone', id, null, () => {
        const copy = copyNode(document, id, () => document.newNodeId())
        document.add(document.node(copy), document.currentPageId)
        return session.nodes.of(copy) as SceneNode
      })
    },
  }
}

type Scene = Pick<FrameNode, 'visible' | 'locked' | 'addDevResourceAsync'>

function sceneMembers(session: Session): Members<Scene, string> {
  const { document } = session
  const flag = (name: 'visible' | 'locked') => ({
    get: (id: string): boolean => document.node(id)[name],
    set(id: string, value: unknown): void {
      const on = expectType(value, name, 'boolean')
      document.write(`set ${name}`, id, on, () => {
        document.patchNode(id, { [name]: on })
        settle(document, document.node(id).parentId)
      })
    },
  })
  return {
    visible: flag('visible'),
    locked: flag('locked'),
    async addDevResourceAsync(id, url, name = url) {
      const resource = {
        url: expectType(url, 'url', 'string'),
        name: expectType(name, 'name', 'string'),
      }
      await Promise.resolve()
      const { devResources } = document.node(id)
      if (document.editor !== 'figma' || document.plan === 'starter') {
        throw new Refusal('Dev resources are not available here')
      }
      if (devResources.some((each) => each.url === url)) {
        throw new Refusal('The node already has a dev resource with this url')
      }
      document.write('addDevResourceAsync', id, resource, () =>
        document.patchNode(id, { devResources: [...devResources, resource] }),
      )
    },
  }
}

type Position = Pick<
  FrameNode,
  | 'x'
  | 'y'
  | 'width'
  | 'height'
  | 'relativeTransform'
  | 'absoluteTransform'
  | 'absoluteBoundingBox'
  | 'absoluteRenderBounds'
>

function positionMembers(session: Session): Members<Position, string> {
  const { document } = session
  const box = (id: string): Rect => Object.freeze(absoluteBox(document, document.node(id)))
  const coordinate = (axis: 'x' | 'y') => ({
    get: (id: string): number => document.node(id)[axis],
    set(id: string, value: unknown): void {
      const to = Math.fround(expectType(value, axis, 'number'))
      const node = document.node(id)
      document.write(`set ${axis}`, id, to, () => {
        if (node.type === 'GROUP') shiftChildren(session, id, axis, to - node[axis])
        document.patchNode(id, { [axis]: to })
        settle(document, node.parentId)
      })
    },
  })
  return {
    x: coordinate('x'),
    y: coordinate('y'),
    width: { get: (id) => document.node(id).width },
    height: { get: (id) => document.node(id).height },
    relativeTransform: {
      get(id) {
        return relativeTransform(document.node(id))
      },
      set(id, value) {
        const [[a, c, x], [b, d, y]] = readTransform(value)
        const { parentId } = document.node(id)
        document.write('set relativeTransform', id, value, () => {
          const rotation = (Math.atan2(-b, a) * 180) / Math.PI
          if (Math.abs(a - d) > 1e-4 || Math.abs(b + c) > 1e-4) {
            throw new NotEmulated('a relativeTransform that skews or flips')
          }
          document.patchNode(id, { x: Math.fround(x), y: Math.fround(y), rotation })
          settle(document, parentId)
        })
      },
    },
    absoluteTransform: {
      get(id) {
        return absoluteTransform(document, document.node(id))
      },
    },
    absoluteBoundingBox: { get: box },
    absoluteRenderBounds: { get: box },
  }
}

/** Two rows of three numbers; scale belongs to the size, so Figma keeps none. */
function readTransform(value: unknown): Transform {
  const rows = expectType(value, 'relativeTransform', 'object')
  if (!Array.isArray(rows) || rows.length !== 2) {
    throw new Refusal('Property "relativeTransform" failed validation: Expected two rows')
  }
  const [one, two] = rows.map((row: unknown) => {
    if (!Array.isArray(row) || row.length !== 3) {
      throw new Refusal('Property "relativeTransform" failed validation: Expected three numbers')
    }
    return row.map((each) => expectType(each, 'relativeTransform', 'number'))
  }) as [Transform[0], Transform[1]]
  const scale = Math.hypot(one[0], two[0]) || 1
  return [
    [one[0] / scale, one[1] / scale, one[2]],
    [two[0] / scale, two[1] / scale, two[2]],
  ]
}

/** What is in a group has the coordinates of what holds the group, so it moves along. */
function shiftChildren(session: Session, id: string, axis: 'x' | 'y', by: number): void {
  const { document } = session
  for (const childId of document.node(id).children) {
    const child = document.node(childId)
    if (child.type === 'GROUP') shiftChildren(session, childId, axis, by)
    document.patchNode(childId, { [axis]: child[axis] + by })
  }
}
