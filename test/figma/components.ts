import type { FigmaDocument } from './document.ts'
import type { Members } from './members.ts'
import { Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import { NO_SHARED_DATA } from './records.ts'
import { resizeNode } from './resize.ts'

/** Copies a node with all that is in it; the copy has no parent yet. Returns its id. */
export function copyNode(
  document: FigmaDocument,
  id: string,
  newId: (oldId: string) => string,
): string {
  const node = document.node(id)
  const copyId = newId(id)
  document.addLoose({ ...node, id: copyId, parentId: null, children: [] })
  for (const child of node.children) {
    document.add(document.node(copyNode(document, child, newId)), copyId)
  }
  return copyId
}

/** Makes the instances of a component show what it does now, each in its own size. */
export function followComponent(document: FigmaDocument, id: string): void {
  const main = document.node(id)
  for (const { id: instance, mainComponentId, width, height } of [...document.nodes.values()]) {
    if (mainComponentId !== id) continue
    for (const child of document.node(instance).children) document.remove(child)
    for (const child of main.children) {
      const copy = copyNode(document, child, (oldId) => `I${instance};${oldId}`)
      document.add(document.node(copy), instance)
    }
    const { fills, strokes, effects, fillStyleId, strokeStyleId, clipsContent, cornerRadius } = main
    const looks = {
      fills,
      strokes,
      effects,
      fillStyleId,
      strokeStyleId,
      clipsContent,
      cornerRadius,
    }
    document.patchNode(instance, { ...looks, width: main.width, height: main.height })
    if (width !== main.width || height !== main.height) {
      resizeNode(document, instance, width, height)
    }
  }
}

type Component = Pick<ComponentNode, 'createInstance' | 'key' | 'description' | 'remote'>

export function componentMembers(session: Session): Members<Component, string> {
  const { document } = session
  return {
    createInstance: (id) =>
      document.write('createInstance', id, null, () => {
        const instanceId = document.newNodeId()
        copyNode(document, id, (oldId) => (oldId === id ? instanceId : `I${instanceId};${oldId}`))
        document.patchNode(instanceId, {
          type: 'INSTANCE',
          mainComponentId: id,
          description: '',
          pluginData: {},
          sharedPluginData: NO_SHARED_DATA,
          relaunchData: {},
        })
        document.add(document.node(instanceId), document.currentPageId)
        return session.nodes.of(instanceId) as InstanceNode
      }),
    key: { get: (id) => id.replace(/\D/g, '').padStart(40, '0') },
    description: { get: (id) => document.node(id).description },
    remote: { get: () => false },
  }
}

type Instance = Pick<InstanceNode, 'mainComponent' | 'getMainComponentAsync' | 'overrides'>

/** The fields that an instance can have of its own here, by the record's. */
const OVERRIDABLE = {
  fills: 'fills',
  strokes: 'strokes',
  effects: 'effects',
  fillStyleId: 'fillStyleId',
  strokeStyleId: 'strokeStyleId',
  textRanges: 'styledTextSegments',
  characters: 'characters',
  visible: 'visible',
} as const

/** What differs from the main component, from the outside in. */
function overridesOf(
  document: FigmaDocument,
  id: string,
  mainId: string,
): readonly { readonly id: string; readonly overriddenFields: NodeChangeProperty[] }[] {
  const [node, main] = [document.node(id), document.node(mainId)]
  const overriddenFields = Object.entries(OVERRIDABLE).flatMap(([field, told]) => {
    const key = field as keyof typeof OVERRIDABLE
    return JSON.stringify(node[key]) === JSON.stringify(main[key]) ? [] : [told]
  })
  const inside = node.children.flatMap((child, index) => {
    const of = main.children[index]
    return of === undefined ? [] : overridesOf(document, child, of)
  })
  return overriddenFields.length === 0 ? inside : [{ id, overriddenFields }, ...inside]
}

export function instanceMembers(session: Session): Members<Instance, string> {
  const { document } = session
  return {
    mainComponent: {
      get() {
        throw new Refusal(
          'Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync instead.',
        )
      },
    },
    overrides: {
      get(id) {
        const { mainComponentId } = document.node(id)
        if (mainComponentId === null || !document.nodes.has(mainComponentId)) return []
        return [...overridesOf(document, id, mainComponentId)]
      },
    },
    async getMainComponentAsync(id) {
      const { mainComponentId } = document.node(id)
      await Promise.resolve()
      if (mainComponentId === null || !document.nodes.has(mainComponentId)) return null
      return session.nodes.of(mainComponentId) as ComponentNode
    },
  }
}
