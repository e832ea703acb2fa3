import type { VNode } from 'preact'
import './skeleton.css'

export interface SkeletonProps {
  readonly count: number
}

/** Stands in for a list of rows while it loads; `announce` tells what loads, this says nothing. */
export function SkeletonRows({ count }: SkeletonProps): VNode {
  return (
    <div class="skeleton-rows" aria-hidden="true">
      {blocks(count)}
    </div>
  )
}

/** Stands in for a grid of tiles while it loads. */
export function SkeletonTiles({ count }: SkeletonProps): VNode {
  return (
    <div class="skeleton-tiles" aria-hidden="true">
      {blocks(count)}
    </div>
  )
}

function blocks(count: number): VNode[] {
  return Array.from({ length: count }, (_, index) => <div key={index} class="skeleton" />)
}
