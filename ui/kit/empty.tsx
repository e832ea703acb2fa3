import type { ComponentChildren, VNode } from 'preact'
import './empty.css'

export interface EmptyProps {
  /** What is not there. */
  readonly title: string
  /** What to do about it, and a button where there is something to press. */
  readonly children: ComponentChildren
}

export function Empty({ title, children }: EmptyProps): VNode {
  return (
    <div class="empty">
      <h2 dir="auto">{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
