import type { VNode } from 'preact'
import './skeleton.css'

export interface SkeletonProps {
  readonly of: 'rows' | 'tiles'
  readonly count: number
}

/** Stands in for a list or a grid while it loads; `announce` tells what loads, this says nothing. */
export function Skeleton({ of, count }: SkeletonProps): VNode {
  return (
    <div class={`skeleton-${of}`} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} class="skeleton" />
      ))}
    </div>
  )
}
