import { readProvenance } from './provenance.ts'

/** What can hold a placed layer. */
export type Container = PageNode | FrameNode | ComponentNode | SectionNode | SlideNode

export interface Found {
  readonly container: Container
  readonly page: PageNode
  /** One sentence for people where something closer could not be used; else null. */
  readonly note: string | null
}

/**
 * The closest container around the node, or the node itself, that may be added to. Instances,
 * locked layers and what was placed from Cliquify cannot, nor anything inside them.
 */
export function containerAt(node: BaseNode, currentPage: PageNode): Found {
  const path = pathTo(node)
  const [first] = path
  const page = first?.type === 'PAGE' ? first : currentPage
  let container: Container = page
  for (const step of path) {
    if (step.type === 'PAGE' || step.type === 'DOCUMENT') continue
    const obstacle = obstacleOf(step)
    if (obstacle !== null) return { container, page, note: noteOf(step, obstacle, container) }
    if (isContainer(step)) container = step
  }
  return { container, page, note: null }
}

export function isContainer(node: BaseNode): node is Exclude<Container, PageNode> {
  return (
    node.type === 'FRAME' ||
    node.type === 'COMPONENT' ||
    node.type === 'SECTION' ||
    node.type === 'SLIDE'
  )
}

/** Whether the node is an instance or a part of one: Figma lets no one add or remove there. */
export function isInInstance(node: BaseNode): boolean {
  return pathTo(node).some(({ type }) => type === 'INSTANCE')
}

/** From the page, or from the topmost node that is still in the file, down to the node. */
function pathTo(node: BaseNode): readonly BaseNode[] {
  const path: BaseNode[] = []
  for (let step: BaseNode | null = node; step !== null; step = step.parent) {
    if (step.type !== 'DOCUMENT') path.unshift(step)
  }
  return path
}

type Obstacle = 'instance' | 'locked' | 'placed'

function obstacleOf(node: SceneNode): Obstacle | null {
  if (node.type === 'INSTANCE') return 'instance'
  if (node.locked) return 'locked'
  return readProvenance(node) === null ? null : 'placed'
}

function noteOf(node: SceneNode, obstacle: Obstacle, container: Container): string | null {
  if (obstacle === 'placed') return null
  const why = obstacle === 'locked' ? 'is locked' : 'is an instance'
  return `“${node.name}” ${why}, so it was placed in “${container.name}” instead.`
}
