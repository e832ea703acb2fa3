import type { Obstacle } from '../../shared/placement.ts'
import { isOfType } from '../is-of-type.ts'
import { upFrom } from '../up-from.ts'
import { isLayer, pageOf } from '../layer.ts'
import { isSealed } from './provenance.ts'

/** What can hold a placed layer. */
export type Container = PageNode | FrameNode | ComponentNode | SectionNode | SlideNode

export interface Found {
  readonly container: Container
  readonly page: PageNode
  /** What lay closer, but could not be used; null where nothing did. */
  readonly obstacle: Obstacle | null
}

/**
 * The closest container around the node, or the node itself, that may be added to. Instances, locked
 * and hidden layers and what was placed from Cliquify cannot, nor anything inside them, but for
 * templates; a set of variants holds nothing but those.
 */
export function containerAt(node: BaseNode, currentPage: PageNode): Found {
  const page = pageOf(node) ?? currentPage
  let container: Container = page
  let obstacle: Obstacle | null = null
  for (const step of [...upFrom(node)].reverse()) {
    if (!isLayer(step)) continue
    const why = obstacleOf(step, step.id === node.id)
    if (why) {
      if (why !== 'placed') obstacle = { name: step.name, why }
      break
    }
    if (isContainer(step)) container = step
  }
  return { container, page, obstacle }
}

export function isContainer(node: BaseNode): node is Exclude<Container, PageNode> {
  return isOfType(node, 'FRAME', 'COMPONENT', 'SECTION', 'SLIDE')
}

/** Whether people take it for a frame, whatever may be added to it. */
export function isFramed(
  node: BaseNode,
): node is Exclude<Container, PageNode> | InstanceNode | ComponentSetNode {
  return isContainer(node) || isOfType(node, 'INSTANCE', 'COMPONENT_SET')
}

function obstacleOf(node: SceneNode, isTarget: boolean): Obstacle['why'] | 'placed' | null {
  if (node.type === 'INSTANCE') return 'instance'
  if (node.locked) return 'locked'
  if (!node.visible) return 'hidden'
  if (node.type === 'COMPONENT_SET' && isTarget) return 'variants'
  return isSealed(node) ? 'placed' : null
}
