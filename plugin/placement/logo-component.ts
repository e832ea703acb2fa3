import type { Provenance } from '../../shared/placement.ts'
import { childrenOf } from '../children-of.ts'
import { isDesign } from '../editor-of.ts'
import { isOfType } from '../is-of-type.ts'
import { readNote, writeNote } from '../notes.ts'
import { upFrom } from '../up-from.ts'
import type { Found } from './container.ts'
import { makeNode, type Decoded, type LayerHost } from './content.ts'
import { findLayer } from '../layer.ts'
import { isOfAsset } from './provenance.ts'
import type { Rollback } from './rollback.ts'

export type ComponentHost = LayerHost &
  Pick<PluginAPI, 'createComponent' | 'getNodeByIdAsync' | 'root'>

/** Of the document: which component each logo is, by its kit and id. */
const COMPONENTS_KEY = 'components'

/** The component that this logo is in the file; null where it is none, or no longer. */
export async function findComponent(
  figma: ComponentHost,
  provenance: Provenance,
): Promise<ComponentNode | null> {
  if (provenance.kind !== 'logo' || !isDesign(figma)) return null
  const id = readComponents(figma.root)[keyOf(provenance)]
  const node = typeof id === 'string' ? await findLayer(figma, id) : null
  // A note alone proves nothing.
  return node?.type === 'COMPONENT' && isOfAsset(node, provenance) ? node : null
}

/** So that the logo is placed as an instance of it from now on. */
export function noteComponent(
  root: DocumentNode,
  provenance: Provenance,
  node: ComponentNode,
): void {
  const components = { ...readComponents(root), [keyOf(provenance)]: node.id }
  writeNote(root, COMPONENTS_KEY, components)
}

/** Throws as `makeNode` does. */
export function makeComponent(
  figma: ComponentHost,
  rollback: Rollback,
  content: Decoded,
): ComponentNode {
  const source = makeNode(figma, rollback, content, 'logo')
  const node = rollback.made(figma.createComponent())
  node.resizeWithoutConstraints(source.width, source.height)
  node.fills = source.fills
  for (const child of [...childrenOf(source)]) node.appendChild(child)
  source.remove()
  return node
}

/** Whether a component may lie there; Figma takes none in another one. */
export function takesComponents({ container }: Pick<Found, 'container'>): boolean {
  return !upFrom(container).some((each) => isOfType(each, 'COMPONENT', 'COMPONENT_SET'))
}

function readComponents(root: PluginDataMixin): Readonly<Record<string, unknown>> {
  return readNote(root, COMPONENTS_KEY) ?? {}
}

function keyOf({ kitId, assetId }: Provenance): string {
  return `${kitId ?? ''}/${assetId}`
}
