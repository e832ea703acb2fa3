import type { ComponentChildren, VNode } from 'preact'
import './list-face.css'

export interface ListFaceProps {
  readonly children: ComponentChildren
}

/** What stands where a list would: it is loading, empty or failed. */
export function ListFace({ children }: ListFaceProps): VNode {
  return <div class="list-face">{children}</div>
}
