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
    const { fills, strokes, clipsContent, cornerRadius } = main
    const shown = { fills, strokes, clipsContent, cornerRadius }
    document.patchNode(instance, { ...shown, width: main.width, height: main.height })
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

type Instance = Pick<InstanceNode, 'mainComponent' | 'getMainComponentAsync'>

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
    async getMainComponentAsync(id) {
      const { mainComponentId } = document.node(id)
      await Promise.resolve()
      if (mainComponentId === null || !document.nodes.has(mainComponentId)) return null
      return session.nodes.of(mainComponentId) as ComponentNode
    },
  }
}
