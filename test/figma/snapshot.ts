import { absoluteBox } from './geometry.ts'
import type { DocumentSnapshot, NodeSnapshot } from './host-api.ts'
import type { FigmaDocument } from './document.ts'
import { paintSnapshot, resolvePaints } from './paints.ts'
import type { View } from './viewport.ts'
import { fromText } from './records.ts'

/** The whole document as plain data. */
export function takeSnapshot(document: FigmaDocument, view: View): DocumentSnapshot {
  const root = document.node(document.rootId)
  return {
    name: root.name,
    editor: document.editor,
    colorProfile: document.colorProfile,
    plan: document.plan,
    currentPageId: document.currentPageId,
    pages: root.children.map((page) => snapshotNode(document, page)),
    paintStyles: [...document.styles.values()].map((style) => ({
      id: style.id,
      key: style.key,
      remote: style.remote,
      name: style.name,
      description: style.description,
      paints: resolvePaints(document, fromText(style.paints)).map(paintSnapshot),
      sharedPluginData: fromText(style.sharedPluginData),
    })),
    collections: [...document.collections.values()].map((collection) => ({
      id: collection.id,
      key: collection.key,
      remote: collection.remote,
      name: collection.name,
      modes: collection.modes,
      variables: document.variableIds(collection.id).map((id) => {
        const variable = document.variable(id)
        return {
          id,
          key: variable.key,
          name: variable.name,
          description: variable.description,
          resolvedType: variable.resolvedType,
          valuesByMode: fromText(variable.valuesByMode),
          scopes: fromText(variable.scopes),
          codeSyntax: fromText(variable.codeSyntax),
          sharedPluginData: fromText(variable.sharedPluginData),
        }
      }),
      sharedPluginData: fromText(collection.sharedPluginData),
    })),
    selection: document.node(document.currentPageId).selection,
    viewport: { x: view.x, y: view.y, zoom: view.zoom },
    sharedPluginData: fromText(root.sharedPluginData),
    undoSteps: document.undoSteps,
  }
}

function snapshotNode(document: FigmaDocument, id: string): NodeSnapshot {
  const node = document.node(id)
  const parent = node.parentId === null ? undefined : document.nodes.get(node.parentId)
  // What is in a group has the coordinates of what holds the group.
  const origin = parent?.type === 'GROUP' ? parent : { x: 0, y: 0 }
  const box = node.type === 'PAGE' ? { x: 0, y: 0 } : absoluteBox(document, node)
  const paints = (own: readonly Paint[], styleId: string) => {
    const style = document.styles.get(styleId)
    const shown = style === undefined ? own : fromText(style.paints)
    return resolvePaints(document, shown).map(paintSnapshot)
  }
  return {
    id,
    type: node.type,
    name: node.name,
    visible: node.visible,
    locked: node.locked,
    x: node.x - origin.x,
    y: node.y - origin.y,
    width: node.width,
    height: node.height,
    rotation: node.rotation,
    absoluteX: box.x,
    absoluteY: box.y,
    opacity: node.opacity,
    cornerRadius: node.cornerRadius,
    clipsContent: node.clipsContent,
    layoutMode: node.layoutMode,
    fills: paints(node.fills, node.fillStyleId),
    strokes: paints(node.strokes, node.strokeStyleId),
    strokeWeight: node.strokeWeight,
    fillStyleId: node.fillStyleId,
    strokeStyleId: node.strokeStyleId,
    vectorPaths: node.vectorPaths,
    characters: node.characters,
    fontSize: node.fontSize,
    fontStyle: node.fontName.style,
    sharedPluginData: fromText(node.sharedPluginData),
    relaunchData: node.relaunchData,
    devResources: node.devResources,
    children: node.children.map((child) => snapshotNode(document, child)),
  }
}
