import { dropNode, dropStyle } from './document.ts'
import type { FigmaDocument, Tables } from './document.ts'
import { settle } from './auto-layout.ts'
import { copyNode } from './components.ts'
import type { HostEdit } from './host-api.ts'
import { solid } from './paints.ts'
import {
  fromText,
  toText,
  type NodeRecord,
  type SharedPluginData,
  type ValuesByMode,
  type WithPluginData,
} from './records.ts'
import { blankStyle } from './styles.ts'
import { blankCollection } from './variable-collections.ts'
import { blankVariable } from './variables.ts'

/** Makes another person's edit; throws where there is nothing to edit. */
export function applyEdit(document: FigmaDocument, edit: HostEdit): void {
  switch (edit.type) {
    case 'rename-style':
    case 'paint-style': {
      document.style(edit.id)
      const change =
        edit.type === 'rename-style'
          ? { name: edit.name }
          : { paints: toText(solid(edit.color.r, edit.color.g, edit.color.b)) }
      document.editEverywhere(({ styles }) => {
        const style = styles.get(edit.id)
        if (style !== undefined) styles.set(edit.id, { ...style, ...change })
      })
      break
    }
    case 'remove-style':
      document.style(edit.id)
      document.editEverywhere((tables) => dropStyle(tables, edit.id))
      break
    case 'create-style': {
      const { r, g, b } = edit.color
      const style = { ...blankStyle(document), name: edit.name, paints: toText(solid(r, g, b)) }
      document.editEverywhere(({ styles }) => styles.set(style.id, style))
      break
    }
    case 'use-library-style': {
      const { r, g, b } = edit.color
      const blank = blankStyle(document)
      const style = { ...blank, name: edit.name, paints: toText(solid(r, g, b)), remote: true }
      document.editEverywhere(({ styles }) => styles.set(style.id, style))
      break
    }
    case 'use-library-variable': {
      const collection = { ...blankCollection(document, edit.collection), remote: true }
      const values = Object.fromEntries(
        collection.modes.map(({ modeId }) => [modeId, { ...edit.color, a: 1 }]),
      )
      const blank = blankVariable(document, collection, edit.name, 'COLOR')
      const variable = { ...blank, valuesByMode: toText<ValuesByMode>(values), remote: true }
      document.editEverywhere(({ collections, variables }) => {
        collections.set(collection.id, collection)
        variables.set(variable.id, variable)
      })
      break
    }
    case 'set-expression': {
      const { valuesByMode } = document.variable(edit.id)
      // The typings know no such value; Figma gives them out all the same.
      const values = { ...fromText(valuesByMode), [edit.modeId]: edit.expression as never }
      document.editEverywhere(({ variables }) => {
        const variable = variables.get(edit.id)
        if (variable === undefined) return
        variables.set(edit.id, { ...variable, valuesByMode: toText<ValuesByMode>(values) })
      })
      break
    }
    case 'duplicate-style': {
      const { id, key } = blankStyle(document)
      const copy = { ...document.style(edit.id), id, key, name: edit.name }
      document.editEverywhere(({ styles }) => styles.set(id, copy))
      break
    }
    case 'use-style': {
      const { paints } = document.style(edit.styleId)
      const change = { fillStyleId: edit.styleId, fills: fromText(paints) }
      document.node(edit.id)
      document.editEverywhere(({ nodes }) => {
        const node = nodes.get(edit.id)
        if (node !== undefined) nodes.set(edit.id, { ...node, ...change })
      })
      break
    }
    case 'move-node': {
      const { parentId } = document.node(edit.id)
      document.editEverywhere(({ nodes }) => {
        const node = nodes.get(edit.id)
        if (node !== undefined) shift(nodes, node, edit.x - node.x, edit.y - node.y)
      })
      settle(document, parentId)
      break
    }
    case 'rename-node':
      document.node(edit.id)
      document.editEverywhere(({ nodes }) => {
        const node = nodes.get(edit.id)
        if (node !== undefined) nodes.set(edit.id, { ...node, name: edit.name })
      })
      break
    case 'duplicate-node': {
      const copy = copyNode(document, edit.id, () => document.newNodeId())
      document.add(document.node(copy), document.currentPageId)
      document.onChange()
      break
    }
    case 'remove-node': {
      const { parentId } = document.node(edit.id)
      document.editEverywhere((tables) => dropNode(tables, edit.id))
      settle(document, parentId)
      break
    }
    case 'note':
      document.editEverywhere(({ nodes, styles }) => {
        const [node, style] = [nodes.get(edit.id), styles.get(edit.id)]
        if (node !== undefined) nodes.set(edit.id, { ...node, ...noted(node, edit) })
        else if (style !== undefined) styles.set(edit.id, { ...style, ...noted(style, edit) })
        else throw new Error(`nothing has the id ${edit.id}`)
      })
  }
}

function noted(
  { sharedPluginData }: WithPluginData,
  { namespace, key, value }: Extract<HostEdit, { readonly type: 'note' }>,
): Pick<WithPluginData, 'sharedPluginData'> {
  const data: SharedPluginData = fromText(sharedPluginData)
  const entries = { ...data[namespace], [key]: value }
  return { sharedPluginData: toText({ ...data, [namespace]: entries }) }
}

/** What is in a group has the coordinates of what holds the group, so it moves along. */
function shift(nodes: Tables['nodes'], node: NodeRecord, x: number, y: number): void {
  nodes.set(node.id, { ...node, x: node.x + x, y: node.y + y })
  if (node.type !== 'GROUP') return
  for (const childId of node.children) {
    const child = nodes.get(childId)
    if (child !== undefined) shift(nodes, child, x, y)
  }
}
