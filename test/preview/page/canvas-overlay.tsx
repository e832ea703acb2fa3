import type { JSX } from 'preact'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import type { PreviewProps } from './preview.ts'
import { findNode } from './hit.ts'
import type { Preview } from './preview.ts'

/** Frame names and the selection; drawn in page pixels, so that zooming leaves them as they are. */
export function CanvasOverlay({ preview }: PreviewProps): JSX.Element {
  const nodes = preview.currentPage.value?.children ?? []
  const { selection } = preview.document.value
  return (
    <div class="overlay">
      {nodes.filter(isNamed).map((node) => {
        const { left, top } = boxOf(preview, node)
        const selected = selection.includes(node.id)
        const style = { left: `${left}px`, top: `${top - 20}px` }
        return (
          <div key={node.id} class={selected ? 'name name-selected' : 'name'} style={style}>
            {node.name}
          </div>
        )
      })}
      {selection.map((id) => {
        const node = findNode(nodes, id)
        return node === null ? null : <Outline key={id} preview={preview} node={node} />
      })}
    </div>
  )
}

function Outline({ preview, node }: PreviewProps & { readonly node: NodeSnapshot }): JSX.Element {
  const { left, top, width, height } = boxOf(preview, node)
  const style = { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }
  return (
    <div class="outline" style={style}>
      {['nw', 'ne', 'sw', 'se'].map((corner) => (
        <i key={corner} class={`handle ${corner}`} />
      ))}
      <span class="size">
        {rounded(node.width)} × {rounded(node.height)}
      </span>
    </div>
  )
}

/** In pixels of the canvas element. */
function boxOf(
  preview: Preview,
  node: NodeSnapshot,
): { left: number; top: number; width: number; height: number } {
  const { zoom } = preview.view.value
  const { left, top } = preview.area.value
  const corner = preview.toScreen(node.absoluteX, node.absoluteY)
  return {
    left: corner.x - left,
    top: corner.y - top,
    width: node.width * zoom,
    height: node.height * zoom,
  }
}

function isNamed({ type, visible }: NodeSnapshot): boolean {
  return visible && ['FRAME', 'SECTION', 'COMPONENT', 'SLIDE'].includes(type)
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
